const listeners = new Set<() => void>()
const watched = new Set<Node>()
let observer: MutationObserver | undefined

/** One observer per page, for all elements. Calls `changed` after a `lang` attribute changed above `element`. */
export const watchLanguage = (element: HTMLElement, changed: () => void): (() => void) => {
  observer ??= new MutationObserver(() => {
    for (const listener of [...listeners]) listener()
  })
  for (let root = element.getRootNode(); ; root = root.host.getRootNode()) {
    if (!watched.has(root)) {
      watched.add(root)
      observer.observe(root, { subtree: true, attributes: true, attributeFilter: ['lang'] })
    }
    if (!(root instanceof ShadowRoot)) break
  }
  listeners.add(changed)
  return () => {
    listeners.delete(changed)
    if (listeners.size > 0) return
    observer?.disconnect()
    watched.clear()
  }
}
