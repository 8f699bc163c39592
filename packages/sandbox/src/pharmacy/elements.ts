import type { Element } from '@xmldom/xmldom'

export const elementsOf = (parent: Element): Element[] =>
  [...parent.childNodes].filter((node): node is Element => node.nodeType === node.ELEMENT_NODE)

/** By path: `at(message, 'Header', 'MessageID')`. */
export const at = (parent: Element | null, ...path: readonly string[]): Element | null =>
  path.reduce<Element | null>(
    (found, name) => found && (elementsOf(found).find((each) => each.localName === name) ?? null),
    parent,
  )
export const textAt = (parent: Element | null, ...path: readonly string[]): string | null =>
  at(parent, ...path)?.textContent ?? null
