// Tests that a command ends when it should, with everything it started.
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { runCommand } from './run-command.mjs'

it.skipIf(process.platform === 'win32')(
  'kills a command that ignores SIGTERM, with its children',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'wharf-command-'))
    const pulse = join(folder, 'pulse')
    const child = `trap "" TERM; while :; do echo >> ${pulse}; sleep 0.02; done`
    const ended = await runCommand('bash', ['-c', `trap "" TERM; (${child}) & wait`], {
      timeoutMs: 300,
      graceMs: 100,
    })
    expect(ended).toMatchObject({ code: 124, timedOut: true })
    const beats = statSync(pulse).size
    await sleep(100)
    expect(statSync(pulse).size).toBe(beats)
    rmSync(folder, { recursive: true })
  },
)

it('hands back the code and both outputs', async () => {
  const { code, output } = await runCommand(
    process.execPath,
    ['-e', 'console.error("no"); process.exit(3)'],
    {
      timeoutMs: 10_000,
      output: 'capture',
    },
  )
  expect({ code, output }).toEqual({ code: 3, output: 'no\n' })
})

it('says so when there is no such command', async () => {
  const { code, output } = await runCommand('no-such-command-here', [], {
    timeoutMs: 10_000,
    output: 'capture',
  })
  expect(code).toBe(127)
  expect(output).toContain('no-such-command-here')
})
