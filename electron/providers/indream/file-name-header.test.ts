// Shows that any file name becomes a header that every HTTP client sends and Indream takes.
import { validateHeaderValue } from 'node:http'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fileNameHeader } from './file-name-header.ts'

it.each([
  ['harbour.png', 'harbour.png'],
  ['  My holiday (1) "best" 100%.jpeg ', 'My holiday (1) "best" 100%.jpeg'],
  ['.png', '.png'],
  ['__.png', '__.png'],
  ['Crème brûlée.mp4', 'Creme brulee.mp4'],
  ['naïve\u0301.webm', 'naive.webm'],
  ['картинка.png', 'upload.png'],
  ['картинка 2.png', '_ 2.png'],
  ['🎉party🎉.gif', '_party_.gif'],
  ['ｆｕｌｌ.ｐｎｇ', 'full.png'],
  ['a\r\nx-api-key: stolen.png', 'a_x-api-key: stolen.png'],
  ['tab\there.png', 'tab_here.png'],
  ['звук', 'upload'],
  ['звук.звук', 'upload'],
  ['\ud800.png', 'upload.png'],
  ['', 'upload'],
  ['   ', 'upload'],
])('%j goes out as %j', (name, header) => {
  expect(fileNameHeader(name)).toBe(header)
})

it.each(['a', 'é'])('keeps the extension of a name that is too long: %s…', (letter) => {
  const header = fileNameHeader(`${letter.repeat(600)}.jpeg`)
  expect(header).toHaveLength(512)
  expect(header).toMatch(/^[ae]{507}\.jpeg$/)
})

it('leaves a name of just 512 characters alone', () => {
  const name = `${'a'.repeat(508)}.png`
  expect(fileNameHeader(name)).toBe(name)
})

it('is always a valid header of 1 to 512 characters', () => {
  const names = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 700 }),
    fc.string({ unit: 'grapheme', maxLength: 300 }),
    fc.string({ unit: fc.constantFrom(' ', '.', '_', 'a', 'é', '漢', '\n', '\ud83d'), maxLength: 1200 }),
  )
  fc.assert(
    fc.property(names, (name) => {
      const header = fileNameHeader(name)
      validateHeaderValue('x-file-name', header)
      expect(header).toMatch(/^[\x20-\x7e]{1,512}$/)
      expect(header).toBe(header.trim())
      expect(fileNameHeader(header)).toBe(header)
    }),
    { numRuns: 500 },
  )
})
