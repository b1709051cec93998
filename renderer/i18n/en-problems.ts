// Why a file was not taken, before any request: one message for every objection.
import type { Problem } from '../../shared/preflight.ts'

export const enProblems = {
  empty: 'It is empty (0 bytes), and {provider} takes no empty files.',
  type: '{provider} does not take {type}. It takes {accepted}.',
  size: 'It is {size}, and {provider} takes {max} at most.',
  missing: 'It is no longer where it was.',
  unreadable: 'It cannot be read. Check its permissions.',
  'not-a-file': 'It is not a regular file.',
  'folder-empty': 'The folder holds no files that can be read.',
  private: 'It belongs to Wharf’s own data.',
} as const satisfies Record<Problem['code'], string>

/** Of files that are sent all the same. */
export const enWarnings: Readonly<Partial<Record<Problem['code'], string>>> = {
  type: '{provider} may not take {type}. It names {accepted}.',
  size: 'It is {size}, and {provider} names {max} as the most.',
}

export const enUnknownType = 'files of an unknown type'
