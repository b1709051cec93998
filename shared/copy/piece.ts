// One asset written in one form, or why it cannot be.

/** Why there is nothing to copy; `no-call` comes with the provider's own reason. */
export type NoPiece =
  { readonly code: 'no-url' | 'no-snippets' } | { readonly code: 'no-call'; readonly reason: string }

export type Piece = { readonly text: string } | NoPiece

export function isPiece(piece: Piece): piece is { readonly text: string } {
  return 'text' in piece
}
