// Tests the one line that says what goes along with an account's uploads.
import { expect, it } from 'vitest'
import { manifestOf } from '../../shared/providers/index.ts'
import { uploadOptionsText } from './upload-options-text.ts'

const names: Readonly<Record<string, string>> = { library: 'Library', p1: 'Harbour film' }
const nameOf = (id: string) => names[id] ?? id

it.each([
  ['token360', {}, null],
  ['token360', { groupId: 'library' }, 'Goes to group Library'],
  ['token360', { groupId: 'g-9', model: 'seedance' }, 'Goes to group g-9 · model seedance'],
  ['token360', { assetGroupId: '12' }, 'Sent with legacy group number 12'],
  ['token360', { name: 'Cover', model: 'x' }, 'Sent with display name Cover · model x'],
  ['indream', { projectId: 'p1' }, 'Goes to project Harbour film'],
  ['indream', { model: 'what Indream does not take' }, null],
] as const)('%s with %j: %s', (providerId, fields, said) => {
  expect(uploadOptionsText(fields, manifestOf(providerId), nameOf)).toBe(said)
})
