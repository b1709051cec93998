// Fills the record of a running Wharf by its own import, so that a test meets a library of any size.
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Bridge } from '../shared/ipc/bridge.ts'
import { answerDialogs } from './answer-dialogs.ts'
import type { Wharf } from './app.fixture.ts'
import { writeRecordFile } from './record-file.ts'

/** Spreads `count` entries over the accounts there are; resolves when all of them are in the record. */
export async function seedRecord({ app, page, filesFolder }: Wharf, count: number): Promise<void> {
  const accounts = await page.evaluate(async () => {
    const { wharf } = window as unknown as { readonly wharf: Bridge }
    const snapshot = await wharf.calls['app.snapshot']({})
    if (!snapshot.ok) throw new Error(snapshot.failure.code)
    return snapshot.value.accounts.map(({ id, name, providerId, server }) => ({
      id,
      name,
      providerId,
      server,
    }))
  })
  const path = join(filesFolder, 'seed.json')
  await writeRecordFile(path, count, accounts)
  await answerDialogs(app, path)
  const added = await page.evaluate(async () => {
    const { wharf } = window as unknown as { readonly wharf: Bridge }
    const transferId = crypto.randomUUID() as Parameters<Bridge['calls']['record.inspect']>[0]['transferId']
    const look = await wharf.calls['record.inspect']({ transferId })
    if (!look.ok || look.value === null) throw new Error('the seed was not read')
    const { importId, accounts: foreign } = look.value
    const choices = foreign.map(({ key, matchId }) => {
      if (matchId === null) throw new Error('the seed names an account that is not here')
      return { key, choice: { to: 'account', accountId: matchId } as const }
    })
    const result = await wharf.calls['record.import']({ transferId, importId, choices, preference: 'mine' })
    if (!result.ok) throw new Error(result.failure.code)
    return result.value.addedCount
  })
  await rm(path)
  if (added !== count) throw new Error(`${String(added)} of ${String(count)} entries were seeded`)
}
