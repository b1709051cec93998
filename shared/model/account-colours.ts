// The colours an account can have: names only, the page's tokens say what they look like.

export const ACCOUNT_COLOURS = ['teal', 'blue', 'violet', 'pink', 'red', 'orange', 'green', 'grey'] as const
export type AccountColour = (typeof ACCOUNT_COLOURS)[number]

/** The colour that fewest of the others have, so that neighbours can be told apart. */
export function freeColour(taken: readonly AccountColour[]): AccountColour {
  const uses = (colour: AccountColour) => taken.filter((other) => other === colour).length
  return ACCOUNT_COLOURS.reduce((best, colour) => (uses(colour) < uses(best) ? colour : best))
}
