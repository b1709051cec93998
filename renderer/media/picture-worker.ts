// The worker that decodes pictures, however large, so that the page goes on scrolling meanwhile.
import { fitWithin } from './fit-within.ts'

const QUALITY = 0.82

export type PictureTask = {
  readonly id: number
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly mimeType: string
}
export type PictureResult = {
  readonly id: number
  /** null: no picture that can be decoded. */
  readonly drawn: {
    readonly bytes: Uint8Array<ArrayBuffer>
    readonly width: number
    readonly height: number
  } | null
}

self.addEventListener('message', ({ data }: MessageEvent<PictureTask>) => {
  void draw(data).then((result) =>
    self.postMessage(result, { transfer: result.drawn ? [result.drawn.bytes.buffer] : [] }),
  )
})

async function draw({ id, bytes, mimeType }: PictureTask): Promise<PictureResult> {
  try {
    const bitmap = await createImageBitmap(new Blob([bytes], { type: mimeType }))
    const { width, height } = bitmap
    const size = fitWithin(bitmap)
    const canvas = new OffscreenCanvas(size.width, size.height)
    const context = canvas.getContext('2d')
    if (!context) return { id, drawn: null }
    context.imageSmoothingQuality = 'high'
    context.drawImage(bitmap, 0, 0, size.width, size.height)
    bitmap.close()
    const blob = await canvas.convertToBlob({ type: 'image/webp', quality: QUALITY })
    return { id, drawn: { bytes: new Uint8Array(await blob.arrayBuffer()), width, height } }
  } catch {
    return { id, drawn: null }
  }
}
