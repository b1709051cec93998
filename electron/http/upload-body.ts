// The body of an upload, as the sender sees it: a known length, chunks on demand.

export type UploadBody = {
  readonly lengthBytes: number
  /** True once every byte was handed to the socket: from then on the provider may hold the whole file. */
  readonly isHandedOver: () => boolean
  /** A chunk's memory is reused after the next one was asked for: consumers copy what they keep. */
  readonly chunks: () => AsyncGenerator<Buffer, void, undefined>
}
