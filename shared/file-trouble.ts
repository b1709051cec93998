// Names what the system says is wrong with a file.

export type FileTrouble = 'missing' | 'denied' | 'locked' | 'replaced' | 'unreadable'

const TROUBLES: Readonly<Record<string, FileTrouble>> = {
  ENOENT: 'missing',
  ENOTDIR: 'missing',
  EACCES: 'denied',
  EPERM: 'denied',
  EBUSY: 'locked',
  ETXTBSY: 'locked',
  EAGAIN: 'locked',
  // A link, a socket or a device where a file was.
  ELOOP: 'replaced',
  ENXIO: 'replaced',
  EISDIR: 'replaced',
}

/** What is not in the table (EIO, ESTALE, a drive that was pulled) is `unreadable`. */
export function fileTroubleOf(error: unknown): FileTrouble {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return TROUBLES[code] ?? 'unreadable'
}
