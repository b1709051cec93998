// Why a file was not taken, before any request: one message for every objection.
import type { Problem } from '../../shared/preflight.ts'

export const enProblems = {
  empty: 'It is empty (0 bytes), and {provider} takes no empty files.',
  type: '{provider} does not take {type}. It takes {accepted}.',
  size: 'It is {size}, and {provider} takes {max} at most.',
  missing: 'It is no longer where it was.',
  unreadable: 'It cannot be read from its drive. Check that the drive is connected.',
  denied: 'This computer does not let Wharf read it. Check its permissions.',
  locked: 'Another program is using it. Close it there, then drop it again.',
  link: 'It is a link that leads nowhere.',
  name: 'Its name holds bytes that are no text, so it cannot be opened. Rename it, then drop it again.',
  'not-a-file': 'It is not a regular file.',
  'folder-empty': 'The folder holds no files that can be read.',
  'too-deep':
    'The folder lies too deep inside the one you dropped, so Wharf did not look into it. Drop it by itself.',
  loop: 'The folder leads back to one that it lies in, so Wharf did not look into it again.',
  private: 'It belongs to Wharf’s own data.',
} as const satisfies Record<Problem['code'], string>

/** Of files that are sent all the same. */
export const enWarnings: Readonly<Partial<Record<Problem['code'], string>>> = {
  type: '{provider} may not take {type}. It names {accepted}.',
  size: 'It is {size}, and {provider} names {max} as the most.',
}

export const enUnknownType = 'files of an unknown type'
