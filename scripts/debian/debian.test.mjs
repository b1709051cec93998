// Tests what is told about missing libraries, packages and how to get them.
import { expect, it } from 'vitest'
import { parseMissingLibraries, parseMissingPackages } from './missing-packages.mjs'
import { commandFor } from './provide-packages.mjs'

it('names each library that the loader cannot find once', () => {
  const output = [
    '\tlinux-vdso.so.1 (0x00007ffd)',
    '\tlibgtk-3.so.0 => not found',
    '\tlibc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007f)',
    '\tlibnss3.so => not found',
    '\tlibnss3.so => not found',
  ].join('\n')
  expect(parseMissingLibraries(output)).toEqual(['libgtk-3.so.0', 'libnss3.so'])
})

it('counts a package that was removed, or that dpkg has never heard of, as missing', () => {
  const output = 'xvfb installed\nxauth config-files\ndpkg-query: no packages found matching xdotool\n'
  expect(parseMissingPackages(['xvfb', 'xauth', 'xdotool'], output)).toEqual(['xauth', 'xdotool'])
})

it('names one command, with or without sudo', () => {
  const install = 'apt-get update && apt-get install -y --no-install-recommends xvfb xauth'
  expect(commandFor(['xvfb', 'xauth'], true)).toBe(`sudo sh -c '${install}'`)
  expect(commandFor(['xvfb', 'xauth'], false)).toBe(`su -c '${install}'`)
})
