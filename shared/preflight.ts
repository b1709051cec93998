// What a provider's manifest has against a file, decided before any request.
import { z } from 'zod'
import type { FileFacts } from './model/file-facts.ts'
import type { Enforcement, ProviderManifest, SizeLimit } from './providers/manifest.ts'

export const problemSchema = z
  .discriminatedUnion('code', [
    z.object({ code: z.literal('empty') }),
    z.object({
      code: z.literal('type'),
      mimeType: z.string().nullable(),
      accepted: z.array(z.string()).readonly(),
    }),
    z.object({ code: z.literal('size'), sizeBytes: z.number(), maxBytes: z.number() }),
    /** The ones below are found on the disk, not in the manifest. */
    z.object({ code: z.literal('missing') }),
    z.object({ code: z.literal('unreadable') }),
    z.object({ code: z.literal('denied') }),
    z.object({ code: z.literal('locked') }),
    /** A link that leads nowhere, or that came to be where a file was. */
    z.object({ code: z.literal('link') }),
    /** A name that is no text (bytes outside UTF-8), by which the file cannot be opened. */
    z.object({ code: z.literal('name') }),
    z.object({ code: z.literal('not-a-file') }),
    z.object({ code: z.literal('folder-empty') }),
    /** A folder so deep in the dropped one that it was not looked into. */
    z.object({ code: z.literal('too-deep') }),
    /** A folder that holds itself, by way of a mount. */
    z.object({ code: z.literal('loop') }),
    z.object({ code: z.literal('private') }),
  ])
  .readonly()
export type Problem = z.infer<typeof problemSchema>

export type Verdict = { readonly problem: Problem; readonly enforce: Enforcement }

/** Every objection of the manifest to the file; empty when there is none. */
export function preflight(facts: FileFacts, { limits }: ProviderManifest): readonly Verdict[] {
  const verdicts: Verdict[] = []
  if (facts.sizeBytes === 0 && limits.emptyFiles === 'refused')
    verdicts.push({ problem: { code: 'empty' }, enforce: 'block' })
  else if (limits.types && !isAccepted(facts.mimeType ?? '', limits.types.accepted))
    verdicts.push({
      problem: { code: 'type', mimeType: facts.mimeType, accepted: limits.types.accepted },
      enforce: limits.types.enforce,
    })
  const crossed = crossedLimit(facts.sizeBytes, limits.maxFileBytes)
  if (crossed)
    verdicts.push({
      problem: { code: 'size', sizeBytes: facts.sizeBytes, maxBytes: crossed.maxBytes },
      enforce: crossed.enforce,
    })
  return verdicts
}

type Crossed = { readonly maxBytes: number; readonly enforce: Enforcement }

function crossedLimit(sizeBytes: number, limit: SizeLimit | null): Crossed | null {
  const { warnAbove = null, blockAbove = null } = limit ?? {}
  if (blockAbove !== null && sizeBytes > blockAbove) return { maxBytes: blockAbove, enforce: 'block' }
  if (warnAbove !== null && sizeBytes > warnAbove) return { maxBytes: warnAbove, enforce: 'warn' }
  return null
}

function isAccepted(mimeType: string, accepted: readonly string[]): boolean {
  return accepted.some((type) =>
    type.endsWith('/*') ? mimeType.startsWith(type.slice(0, -1)) : mimeType === type,
  )
}
