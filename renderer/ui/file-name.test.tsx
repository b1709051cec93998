// Tests that no name hides what kind of file it is.
import { cleanup, render } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { FileName } from './file-name.tsx'

afterEach(cleanup)

test.each([
  ['harbour.png', []],
  ['invoice\u202Egnp.exe', ['invoice\u202Egnp', '.exe']],
  ['\u2067no extension', ['\u2067no extension', '']],
])('%j is read with its real extension last', (name, parts) => {
  const { container } = render(<FileName name={name} />)
  const shown = container.querySelector('.file-name')
  expect(shown?.textContent).toBe(name)
  expect([...(shown?.querySelectorAll('bdi') ?? [])].map(({ textContent }) => textContent)).toEqual(parts)
  expect(shown?.getAttribute('title')).not.toMatch(/\p{Bidi_Control}/u)
})
