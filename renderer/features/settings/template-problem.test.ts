// Tests the words for what is wrong with a form of one's own.
import { expect, it } from 'vitest'
import { templateTrouble } from './template-problem.ts'

const other = { id: 'o', name: 'Pair', text: '{id}', separator: 'line', before: '', after: '' } as const
const trouble = (name: string, text: string) => templateTrouble({ id: 'n', name, text }, [other])

it('has nothing to say of a form that works', () =>
  expect(trouble('Mine', '{id}')).toEqual({ name: null, text: null }))

it('says in words what to change', () => {
  expect(trouble(' ', '')).toEqual({ name: 'Give it a name.', text: 'Say what to copy.' })
  expect(trouble(' Pair ', '{nmae}')).toEqual({
    name: 'Another form has this name.',
    text: 'There is no {nmae}. A backslash before it makes it plain text.',
  })
  expect(trouble('A', '{value}').text).toBe('Say which value: {value:image_key}, for example.')
  expect(trouble('A', 'same').text).toBe('It says the same of every asset. Put {id} into it, for example.')
})
