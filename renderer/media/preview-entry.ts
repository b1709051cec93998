// What the quick preview shows of an asset or of an uploaded file.
import type { MediaKind } from '../../shared/model/file-facts.ts'
import type { Measure } from '../../shared/model/measure.ts'

export type PreviewEntry = {
  readonly kind: MediaKind
  readonly name: string
  /** null: it cannot be shown. */
  readonly previewUrl: string | null
  readonly primaryId: string
  readonly width: number | null
  readonly height: number | null
  readonly durationMs: number | null
  readonly sizeBytes: number | null
  /** Where it stands in the list that it is one of, from 0. */
  readonly index: number
  readonly count: number
  /** Hears what showing it tells of it. */
  readonly onMeasured?: (measure: Measure) => void
}
