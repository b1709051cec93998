// Shows that settings which an older Wharf wrote are read, with what it did not know yet filled in.
import { expect, test } from 'vitest'
import { DEFAULT_SETTINGS } from './default-settings.ts'
import { settingsFileSchema } from './settings-file.ts'
import { settingsSchema } from './settings.ts'

const first = { theme: 'dark', view: 'list', detailsOpen: true, openAccountId: 'account-1' }

test('the first version had four fields', () => {
  const read = settingsFileSchema.parse(first)
  expect(read).toEqual({ ...DEFAULT_SETTINGS, ...first })
  expect(read.uploadFields).toEqual({})
  expect(settingsSchema.parse(read)).toEqual(read)
})

test('what is there is kept', () => {
  const uploadFields = { 'account-1': { groupId: 'library' } }
  expect(settingsFileSchema.parse({ ...first, uploadFields })).toMatchObject({ uploadFields })
})

test('what is no setting is no file of settings', () => {
  expect(settingsFileSchema.safeParse({ ...first, uploadFields: 'all' }).success).toBe(false)
})
