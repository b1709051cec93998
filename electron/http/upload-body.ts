// The body of an upload, as the sender sees it: a known length, chunks on demand.

/** Asked before a chunk of the file leaves; null: it may leave now. */
export type Turn = (bytes: number) => Promise<void> | null

export type UploadBody = {
  readonly lengthBytes: number
  /** True once every byte was handed to the socket: from then on the provider may hold the whole file. */
  readonly isHandedOver: () => boolean
  /** A chunk's memory is reused after the next one was asked for: consumers copy what they keep. */
  readonly chunks: (turn?: Turn) => AsyncGenerator<Buffer, void, undefined>
}
