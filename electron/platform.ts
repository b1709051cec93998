// The Platform port: what the rest of the app may ask of the desktop.
export type Cipher = {
  /** False without a real keyring: then nothing may be written to disk. */
  readonly isAvailable: () => boolean
  /** The keyring's name in words, for the person. */
  readonly keyringName: () => string
  readonly encrypt: (plain: string) => Buffer
  /** Throws when the keyring will not open the blob. */
  readonly decrypt: (blob: Buffer) => string
}

/** What a file must hold, for example a zod schema; throws for what is not a T. */
export type Shape<T> = { parse(content: unknown): T }

/** A small JSON file that is replaced whole on each write. */
export type JsonFile<T> = { readonly read: () => T; readonly write: (value: T) => void }

export type OpenedJsonFile<T> = {
  readonly file: JsonFile<T>
  /** The name of the unreadable file that was kept aside, or null. */
  readonly setAsideAs: string | null
}

export type FileChoice = {
  readonly title: string
  /** What files of this kind are called, and how their names end (no dot); null: any file. */
  readonly kind: { readonly name: string; readonly extension: string } | null
}

export type Network = {
  /** A hint: false is certain, true is not. */
  readonly isOnline: () => boolean
  /** Calls `act` within about a second of any change, until the returned function is called. */
  readonly onChanged: (act: () => void) => () => void
}

export type Platform = {
  /** Everything the app writes is inside this folder. */
  readonly dataFolder: string
  readonly cipher: Cipher
  readonly network: Network
  /** The machine woke up: no connection of before can be trusted. */
  readonly onResumed: (act: () => void) => void
  readonly showDataFolder: () => Promise<void>
  /** Shows the file in the desktop's file manager. */
  readonly revealFile: (path: string) => void
  /** Opens the address in the person's browser. */
  readonly openInBrowser: (address: URL) => Promise<void>
  readonly writeClipboard: (text: string) => Promise<void>
  /** Begins a drag of local files out of the window, which the person is dragging in. */
  readonly dragFiles: (paths: readonly string[]) => Promise<void>
  /** undefined: the variable is not set. */
  readonly environment: (variable: string) => string | undefined
  /** The path that the person chose in the system's own dialog, or null when they changed their mind. */
  readonly chooseSaveFile: (wanted: FileChoice & { readonly fileName: string }) => Promise<string | null>
  readonly chooseOpenFile: (wanted: FileChoice) => Promise<string | null>
  /** Never fails for a damaged file: that is kept aside and `fallback` is used. */
  readonly openJsonFile: <T>(name: string, shape: Shape<T>, fallback: T) => OpenedJsonFile<T>
}
