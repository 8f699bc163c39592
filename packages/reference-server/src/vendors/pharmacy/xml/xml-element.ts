/** An element that contains either elements or text, never both, as in SCRIPT. */
export interface XmlElement {
  /** Without a namespace prefix. */
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlElement[]
  /** The exact text of an element without children; '' if it has children. */
  readonly text: string
}

/** An element with text, or with the elements of `content` that are not null. */
export const element = (
  name: string,
  content: string | readonly (XmlElement | null)[],
  attributes: Readonly<Record<string, string>> = {},
): XmlElement =>
  typeof content === 'string'
    ? { name, attributes, children: [], text: content }
    : { name, attributes, children: content.filter((child) => child !== null), text: '' }

/** The same, or null if there is no value. */
export const optionalElement = (name: string, text: string | undefined): XmlElement | null =>
  text === undefined ? null : element(name, text)

/** An element that may occur once occurs again. Which of them applies is for the sender to say. `element` is its name. */
export class ElementRepeated extends Error {
  readonly element: string
  constructor(element: string) {
    super(`Element repeated: ${element}`)
    this.name = 'ElementRepeated'
    this.element = element
  }
}

/** The only child with this name. Throws `ElementRepeated` if there are several. */
export const childOf = (parent: XmlElement | undefined, name: string): XmlElement | undefined => {
  const [found, ...others] = childrenOf(parent, name)
  if (others.length > 0) throw new ElementRepeated(name)
  return found
}

export const childrenOf = (parent: XmlElement | undefined, name: string): readonly XmlElement[] =>
  parent?.children.filter((child) => child.name === name) ?? []
