/** A text of the page, or of an attribute that is read out, and where it is. */
export interface ShownText {
  readonly text: string
  readonly at: string
}

/**
 * Every text that the page shows or reads out as its own words. Left out: what is marked as another language (`lang`), and what people
 * wrote (`dir="auto"`, `<bdi>`), whose language is not the page's. Self-contained, so that Playwright can run it in a page.
 */
export const textsShown = (language: string): ShownText[] => {
  const spoken = [
    'aria-label',
    'aria-description',
    'aria-valuetext',
    'aria-roledescription',
    'alt',
    'title',
    'placeholder',
  ]
  const found: ShownText[] = []
  const add = (text: string | null, at: string): void => {
    const trimmed = (text ?? '').replace(/\s+/g, ' ').trim()
    if (/\p{L}{2}/u.test(trimmed)) found.push({ text: trimmed, at })
  }
  const isForeign = (element: Element): boolean => {
    const lang = element.getAttribute('lang')
    return (
      (lang !== null && lang.split('-')[0] !== language) ||
      element.matches('bdi, script, style, template, code, [dir="auto"], [translate="no"]') ||
      (element instanceof HTMLElement && element.hidden !== false)
    )
  }
  const walk = (node: Node, at: string): void => {
    if (node instanceof Text) return add(node.data, at)
    if (node instanceof Element) {
      if (isForeign(node)) return
      const here = `${at} ${node.localName}${node.id ? `#${node.id}` : ''}`.split(' ').slice(-4).join(' ')
      for (const name of spoken) if (node.hasAttribute(name)) add(node.getAttribute(name), `${here}[${name}]`)
      if (node.shadowRoot) for (const child of node.shadowRoot.childNodes) walk(child, here)
      for (const child of node.childNodes) walk(child, here)
    }
  }
  add(document.title, 'title')
  walk(document.body, '')
  return found
}
