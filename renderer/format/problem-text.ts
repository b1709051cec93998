// Puts an objection to a file into words for a person.
import type { Problem } from '../../shared/preflight.ts'
import { enProblems, enUnknownType, enWarnings } from '../i18n/en-problems.ts'
import { fill } from '../i18n/fill.ts'
import { formatBytes } from './bytes.ts'
import { formatMimeType } from './mime-type.ts'

const list = new Intl.ListFormat('en', { type: 'conjunction' })

/** What speaks against a file that is sent all the same. */
export function warningText(problem: Problem, provider: string): string {
  return inWords(enWarnings[problem.code] ?? enProblems[problem.code], problem, provider)
}

export function problemText(problem: Problem, provider: string): string {
  return inWords(enProblems[problem.code], problem, provider)
}

function inWords(message: string, problem: Problem, provider: string): string {
  if (problem.code === 'type')
    return fill(message, {
      provider,
      type: problem.mimeType === null ? enUnknownType : formatMimeType(problem.mimeType),
      accepted: list.format(problem.accepted.map(formatMimeType)),
    })
  if (problem.code === 'size') return fill(message, { provider, ...sizesOf(problem) })
  return fill(message, { provider })
}

/** To the byte where both would round to the same. */
function sizesOf({ sizeBytes, maxBytes }: Extract<Problem, { code: 'size' }>) {
  const [size, max] = [formatBytes(sizeBytes), formatBytes(maxBytes)]
  return size === max ? { size: inBytes(sizeBytes), max: inBytes(maxBytes) } : { size, max }
}

function inBytes(bytes: number): string {
  return `${bytes.toLocaleString('en')} bytes`
}
