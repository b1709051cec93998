// What drawing a thumbnail brings: its bytes beside what was measured on the way.
import type { Measure } from '../../shared/model/measure.ts'

export type Drawn = { readonly bytes: Uint8Array<ArrayBuffer>; readonly measure: Measure }
