import { SaxesParser } from 'saxes'
import type { XmlElement } from './xml-element.ts'

export type XmlFault = 'too-large' | 'not-utf8' | 'doctype' | 'instruction' | 'too-deep' | 'too-many' | 'malformed'

/** A document that this server refuses. The message contains nothing of it. */
export class XmlRefused extends Error {
  readonly fault: XmlFault
  constructor(fault: XmlFault) {
    super(`XML refused: ${fault}`)
    this.name = 'XmlRefused'
    this.fault = fault
  }
}

export interface XmlLimits {
  readonly bytes: number
  readonly depth: number
  /** Elements and attributes together. */
  readonly nodes: number
}
export const defaultXmlLimits: XmlLimits = { bytes: 256 * 1024, depth: 24, nodes: 4_000 }

interface Open {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: XmlElement[]
  text: string
}

const decode = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new XmlRefused('not-utf8')
  }
}

/**
 * Parses a document strictly. Refuses a document type declaration before it is parsed, so that no entity can be declared, expanded or
 * fetched; only the five predefined entities and character references exist. Throws `XmlRefused` at the first fault.
 */
export const readXml = (bytes: Uint8Array, limits: XmlLimits = defaultXmlLimits): XmlElement => {
  if (bytes.length > limits.bytes) throw new XmlRefused('too-large')
  const parser = new SaxesParser({ xmlns: true, position: false, defaultXMLVersion: '1.0', forceXMLVersion: true })
  const stack: Open[] = []
  let root: XmlElement | null = null
  let nodes = 0
  const refuse = (fault: XmlFault): never => {
    throw new XmlRefused(fault)
  }
  parser.on('error', () => refuse('malformed'))
  parser.on('doctype', () => refuse('doctype'))
  parser.on('processinginstruction', () => refuse('instruction'))
  parser.on('xmldecl', ({ encoding }) => {
    if (encoding !== undefined && encoding.toUpperCase() !== 'UTF-8') refuse('not-utf8')
  })
  parser.on('opentag', (tag) => {
    const attributes = Object.values(tag.attributes).filter(({ prefix, local }) => ![prefix, local].includes('xmlns'))
    nodes += 1 + attributes.length
    if (nodes > limits.nodes) refuse('too-many')
    if (stack.length >= limits.depth) refuse('too-deep')
    const named = Object.fromEntries(attributes.map(({ local, value }) => [local, value]))
    stack.push({ name: tag.local, attributes: named, children: [], text: '' })
  })
  const addText = (text: string): void => {
    const open = stack.at(-1)
    if (open) open.text += text
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.on('closetag', () => {
    const closed = stack.pop()
    if (!closed) return
    const { name, attributes, children, text } = closed
    if (children.length > 0 && text.trim() !== '') refuse('malformed')
    const finished = { name, attributes, children, text: children.length > 0 ? '' : text }
    const parent = stack.at(-1)
    if (parent) parent.children.push(finished)
    else root = finished
  })
  const text = decode(bytes)
  // The parser reads a whole declaration before it reports it. Its beginning is enough to refuse it.
  if (/<!DOCTYPE/i.test(text.slice(0, 4_096))) refuse('doctype')
  parser.write(text).close()
  return root ?? refuse('malformed')
}
