import type { XmlElement } from './xml-element.ts'

/** Characters that XML 1.0 (section 2.2) does not allow even escaped: most control characters, lone surrogates, U+FFFE and U+FFFF. */
// oxlint-disable-next-line no-control-regex -- matches control characters
const impossible = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu

/** `text` as a reader receives it: characters that XML does not allow become U+FFFD, so that a reader sees that something was there. */
export const writableText = (text: string): string => text.replaceAll(impossible, '\ufffd')

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // A parser turns a bare carriage return into a line feed, and white space of an attribute into spaces.
  '\r': '&#xD;',
  '\n': '&#xA;',
  '\t': '&#x9;',
}
const escapeText = (text: string): string => writableText(text).replaceAll(/[&<>\r]/g, (each) => references[each] ?? '')
const escapeAttribute = (text: string): string =>
  writableText(text).replaceAll(/[&<>"\r\n\t]/g, (each) => references[each] ?? '')

const name = /^[A-Za-z][A-Za-z0-9]*$/

const write = ({ name: tag, attributes, children, text }: XmlElement): string => {
  if (!name.test(tag)) throw new Error('An element is named by letters and digits.')
  const given = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeAttribute(value)}"`)
  const inside = children.length > 0 ? children.map(write).join('') : escapeText(text)
  return `<${tag}${given.join('')}>${inside}</${tag}>`
}

/** Serializes in UTF-8. The same element gives the same bytes. */
export const writeXml = (root: XmlElement): Uint8Array =>
  new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8"?>${write(root)}`)
