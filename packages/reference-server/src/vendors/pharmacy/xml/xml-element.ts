/** An element of a document whose elements hold either elements or text, never both: all that SCRIPT needs. */
export interface XmlElement {
  /** Without a namespace prefix. */
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlElement[]
  /** The exact text of an element without children; '' of one with children. */
  readonly text: string
}

/** An element with text, or with those of `content` that are there. */
export const element = (
  name: string,
  content: string | readonly (XmlElement | null)[],
  attributes: Readonly<Record<string, string>> = {},
): XmlElement =>
  typeof content === 'string'
    ? { name, attributes, children: [], text: content }
    : { name, attributes, children: content.filter((child) => child !== null), text: '' }

/** The same, or null where there is nothing to say. */
export const optionalElement = (name: string, text: string | undefined): XmlElement | null =>
  text === undefined ? null : element(name, text)

export const childOf = (parent: XmlElement | undefined, name: string): XmlElement | undefined =>
  parent?.children.find((child) => child.name === name)

export const childrenOf = (parent: XmlElement | undefined, name: string): readonly XmlElement[] =>
  parent?.children.filter((child) => child.name === name) ?? []
