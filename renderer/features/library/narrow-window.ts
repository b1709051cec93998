// Whether the window is too narrow for the details to stand beside the library; styles/details.css says the same.

const NARROW = '(max-width: 1020px)'

export function isNarrowWindow(): boolean {
  return window.matchMedia(NARROW).matches
}
