import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readXml, XmlRefused } from './read-xml.ts'
import { writableText, writeXml } from './write-xml.ts'
import { element, type XmlElement } from './xml-element.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const faultOf = (document: Uint8Array): string => {
  try {
    readXml(document)
  } catch (error) {
    if (error instanceof XmlRefused) return error.fault
    throw error
  }
  return 'none'
}

describe('a written document', () => {
  it('is read back equal, with any texts', () => {
    const text = fc.string({ unit: 'binary', maxLength: 60 })
    const { tree } = fc.letrec<{ tree: XmlElement }>((tie) => ({
      tree: fc
        .record({
          name: fc.stringMatching(/^[A-Z][A-Za-z0-9]{0,10}$/),
          attributes: fc.dictionary(fc.stringMatching(/^[A-Z][a-z]{1,6}$/), text, {
            maxKeys: 2,
            noNullPrototype: true,
          }),
          content: fc.oneof({ maxDepth: 4 }, text, fc.array(tie('tree'), { minLength: 1, maxLength: 3 })),
        })
        .map(({ name, attributes, content }) => element(name, content as string, attributes)),
    }))
    const asRead = ({ name, attributes, children, text: inside }: XmlElement): XmlElement => ({
      name,
      attributes: Object.fromEntries(Object.entries(attributes).map(([key, value]) => [key, writableText(value)])),
      children: children.map(asRead),
      text: writableText(inside),
    })
    fc.assert(
      fc.property(tree, (written) => {
        expect(readXml(writeXml(written))).toEqual(asRead(written))
      }),
    )
  })

  it('cannot contain injected elements', () => {
    const forged = '</Note><Refills>99</Refills><Note>'
    const read = readXml(writeXml(element('A', [element('Note', forged), element('B', ']]>')])))
    expect(read.children.map(({ name, text }) => [name, text])).toEqual([
      ['Note', forged],
      ['B', ']]>'],
    ])
  })
})

describe('a received document', () => {
  it('with a document type is refused before any entity exists', () => {
    const laughs = '<!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y "&x;&x;&x;">]><a>&y;</a>'
    expect(faultOf(bytes(laughs))).toBe('doctype')
    expect(faultOf(bytes('<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>'))).toBe('doctype')
    expect(faultOf(bytes(`<!--${' '.repeat(5_000)}--><!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>`))).toBe('doctype')
    expect(faultOf(bytes('<a>&x;</a>'))).toBe('malformed')
  })

  it.each([
    ['malformed', '<a><b></a></b>'],
    ['malformed', '<a>'],
    ['malformed', ''],
    ['malformed', 'not XML'],
    ['malformed', '<a/><b/>'],
    ['malformed', '<a>text<b/></a>'],
    ['malformed', '<a>\u0001</a>'],
    ['malformed', '<a>&#x0;</a>'],
    ['instruction', '<?php echo 1 ?><a/>'],
    ['not-utf8', '<?xml version="1.0" encoding="UTF-16"?><a/>'],
    ['too-deep', '<a>'.repeat(10_000)],
    ['too-many', `<a>${'<b/>'.repeat(4_000)}</a>`],
    ['too-large', `<a>${'x'.repeat(300_000)}</a>`],
  ])('is refused as %s', (fault, text) => {
    expect(faultOf(bytes(text))).toBe(fault)
  })

  it('in another encoding is refused', () => {
    expect(faultOf(Uint8Array.of(0x3c, 0x61, 0x3e, 0xff, 0x3c, 0x2f, 0x61, 0x3e))).toBe('not-utf8')
  })

  it('may use a prefix for its elements', () => {
    const read = readXml(bytes('<s:Message xmlns:s="urn:x" s:Version="1">\n  <s:Body>x</s:Body>\n</s:Message>'))
    expect(read).toMatchObject({
      name: 'Message',
      attributes: { Version: '1' },
      children: [{ name: 'Body', text: 'x' }],
    })
  })
})
