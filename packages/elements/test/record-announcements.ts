/** Records what an element announces to screen readers from now on, in order. Its live region is the last child of its shadow root. */
export const recordAnnouncements = (element: Element | null): string[] => {
  const region = element?.shadowRoot?.lastElementChild
  if (region?.getAttribute('role') !== 'status') throw new Error('The element has no live region')
  const announcements: string[] = []
  new MutationObserver(() => region.textContent && announcements.push(region.textContent)).observe(region, {
    childList: true,
  })
  return announcements
}

/** Records the ids in events of this type, from now until the page is emptied. */
export const recordEvents = <Name extends keyof HTMLElementEventMap>(type: Name): unknown[] => {
  const details: unknown[] = []
  document.body.addEventListener(type, (event) => details.push((event as CustomEvent<unknown>).detail))
  return details
}

/** Records what `look` finds in a shadow root at each change of it, from now on: also what is shown for a moment only. */
export const recordChanges = <Found>(root: ShadowRoot, look: (root: ShadowRoot) => Found): Found[] => {
  const found: Found[] = []
  new MutationObserver(() => found.push(look(root))).observe(root, {
    subtree: true,
    childList: true,
    characterData: true,
  })
  return found
}
