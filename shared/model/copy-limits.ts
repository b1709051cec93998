// How long the parts of a template may be, how many there may be, and what fits the clipboard; in characters.
export const COPY_LIMITS = { count: 50, name: 60, text: 8000, wrap: 500, clipboard: 16_000_000 } as const
