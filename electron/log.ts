// The log as the app sees it: short event names with plain facts, never keys, paths or provider bodies.

type Facts = Readonly<Record<string, string | number | boolean | null>>

export type Log = {
  readonly info: (event: string, facts?: Facts) => void
  readonly error: (event: string, facts?: Facts) => void
}

/**
 * An error, or what caused it, as loggable facts: its name with its code. Messages of the system may hold paths, so
 * they stay out.
 */
export function errorFacts(error: unknown): Facts {
  if (!(error instanceof Error)) return { error: typeof error }
  if (error.cause instanceof Error) return errorFacts(error.cause)
  const code = 'code' in error && typeof error.code === 'string' ? error.code : null
  return { error: error.name, code }
}
