// Gives jsdom the parts of a browser that the page asks for.
import { vi } from 'vitest'

const VIEWPORT = { clientWidth: 800, clientHeight: 600 } as const

/** Nothing is ever seen to come into view. */
class Unseen {
  readonly observe = () => undefined
  readonly unobserve = () => undefined
  readonly disconnect = () => undefined
}

export function stubBrowser({ isNarrow = false }: { readonly isNarrow?: boolean } = {}): void {
  vi.stubGlobal('ResizeObserver', Unseen)
  vi.stubGlobal('IntersectionObserver', Unseen)
  vi.stubGlobal('matchMedia', () => ({
    matches: isNarrow,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }))
  vi.stubGlobal('CSS', { escape: (text: string) => text.replace(/[^\w-]/g, '\\$&') })
  for (const [side, px] of Object.entries(VIEWPORT))
    vi.spyOn(HTMLElement.prototype, side as keyof typeof VIEWPORT, 'get').mockReturnValue(px)
  HTMLElement.prototype.scrollTo = () => undefined
  HTMLElement.prototype.scrollIntoView = () => undefined
}
