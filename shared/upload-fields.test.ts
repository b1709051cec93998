// Shows which values may go along with an upload.
import { describe, expect, it } from 'vitest'
import type { UploadField } from './providers/manifest.ts'
import { indream } from './providers/indream.ts'
import { konpro } from './providers/konpro.ts'
import { checkUploadFields, givenFields } from './upload-fields.ts'

const UUID = '5b2f8c1e-7d34-4c0a-9e6b-1f2a3c4d5e6f'

const field = (name: string, kind: UploadField['kind'], excludes: readonly string[] = []): UploadField => ({
  name,
  label: name,
  hint: '',
  kind,
  excludes,
})
const manifest = {
  uploadFields: [
    field('group', 'container', ['number']),
    field('number', 'integer', ['group']),
    field('name', 'text'),
    field('ticket', 'uuid'),
  ],
}
const codes = (given: Record<string, string>) =>
  checkUploadFields(given, manifest).map(({ field, code }) => `${field}: ${code}`)

describe('checkUploadFields', () => {
  it.each([
    [{}, []],
    [{ group: 'library', name: 'Harbour: "take 2"', ticket: UUID }, []],
    [{ ticket: UUID.toUpperCase() }, []],
    [{ number: '0' }, []],
    [{ number: '123456789012345' }, []],
    [{ number: '-1' }, ['number: not-integer']],
    [{ number: '1.5' }, ['number: not-integer']],
    [{ number: '1e3' }, ['number: not-integer']],
    [{ number: '1234567890123456' }, ['number: not-integer']],
    [{ number: '٣' }, ['number: not-integer']],
    [{ ticket: 'library' }, ['ticket: not-uuid']],
    [{ ticket: `${UUID}\n` }, ['ticket: not-uuid']],
    [{ ticket: `x${UUID}` }, ['ticket: not-uuid']],
    [{ colour: 'blue' }, ['colour: unknown']],
    [{ toString: 'x' }, ['toString: unknown']],
    [{ group: 'library', number: '7' }, ['group: excluded', 'number: excluded']],
  ])('says of %j: %j', (given: Record<string, string>, expected) => {
    expect(codes(given)).toEqual(expected)
  })

  it('names the field that rules another out', () => {
    expect(checkUploadFields({ group: 'a', number: '7' }, manifest)[0]).toEqual({
      field: 'group',
      code: 'excluded',
      other: 'number',
    })
  })

  it("holds a container's ID to its format where the provider has one", () => {
    expect(checkUploadFields({ projectId: UUID }, indream)).toEqual([])
    expect(checkUploadFields({ projectId: 'harbour' }, indream)).toMatchObject([{ code: 'not-uuid' }])
  })

  it('takes nothing along where the provider takes nothing', () => {
    expect(checkUploadFields({ folder_id: 'a' }, konpro)).toMatchObject([{ code: 'unknown' }])
  })
})

describe('givenFields', () => {
  it('drops what was left blank, with the spaces around the rest', () => {
    expect(givenFields({ group: ' library ', name: '  ', model: '' })).toEqual({ group: 'library' })
  })
})
