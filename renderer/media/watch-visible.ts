// Tells when an element comes into view or leaves it, with one observer for all of them.

const watched = new WeakMap<Element, (isVisible: boolean) => void>()
let observer: IntersectionObserver | null = null

/** Returns the function that looks away. */
export function watchVisible(element: Element, tell: (isVisible: boolean) => void): () => void {
  observer ??= new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) watched.get(target)?.(isIntersecting)
  })
  watched.set(element, tell)
  observer.observe(element)
  return () => {
    observer?.unobserve(element)
    watched.delete(element)
  }
}
