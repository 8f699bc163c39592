import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { decodeMessage } from './decode-message.ts'
import { standardDelimiters, type Delimiters } from './delimiters.ts'
import { encodeMessage } from './encode-message.ts'
import { escapeText } from './escape-text.ts'
import { Hl7Fault } from './hl7-fault.ts'
import { readMessage } from './read-message.ts'
import { segment, valueOf, type Component, type Field, type Message, type Repetition, type Segment } from './segment.ts'
import { unescapeText } from './unescape-text.ts'
import { writeMessage } from './write-message.ts'

/** Delimiters (HL7 v2.5.1, 2.7), markup, formulas and bidi controls: characters that occur in names, and attacks. */
const hostile = [
  'O*BRIEN~SE',
  'A^B',
  'X:Y',
  'DOE|EVIL\rOBX|1|NM|2823-3^K^LN||9.9',
  'line\r\nfeed',
  'back\\slash \\F\\ \\X0D\\',
  'R&D',
  '"">\'<script>alert(1)</script>',
  '=HYPERLINK("x")',
  '\u202Eright to left\u202C',
  'محمد علي',
  'Zoë Łukasz 李',
  '𝒜 outside the basic plane',
  '\u0000\u0007\u001b\u000b\u001c',
  '""',
  '\u2028\u2029\u0085',
]

const message = (text: string): Message => [
  segment('MSH', { 1: '|', 2: '^~\\&', 9: ['ORU', 'R01'], 10: 'C1', 12: '2.5.1', 18: 'UNICODE UTF-8' }),
  segment('PID', { 3: ['1', '', '', 'X', 'MR'], 5: [text, ['sub', text]] }),
  segment('OBX', { 5: text }),
]

test.each(hostile)('a text is read back unchanged from its own field: %j', (text) => {
  const read = decodeMessage(encodeMessage(message(text)))
  expect(read.map(({ name }) => name)).toEqual(['MSH', 'PID', 'OBX'])
  expect(valueOf(read[1], 5)).toBe(text)
  expect(valueOf(read[1], 5, 2, 2)).toBe(text)
  expect(valueOf(read[2], 5)).toBe(text)
})

test('escapes are those of the standard', () => {
  expect(escapeText('|^&~\\\r', standardDelimiters)).toBe(String.raw`\F\\S\\T\\R\\E\\X0D\ `.trim())
})

describe('accepted from a partner', () => {
  test.each([
    [String.raw`a\F\b\S\c\T\d\R\e\E\f`, 'a|b^c&d~e\\f'],
    [String.raw`one\.br\two\.sp2\three`, 'one\ntwo\nthree'],
    [String.raw`\H\important\N\ `, 'important '],
    [String.raw`\X41C3A9\ `, 'Aé '],
    // Not UTF-8: shown as written.
    [String.raw`\XFF\ `, String.raw`\XFF\ `],
    [String.raw`\Zlocal\ `, String.raw`\Zlocal\ `],
    [String.raw`open \F`, String.raw`open \F`],
    [String.raw`5 \ 3 \F\ 2`, String.raw`5 \ 3 | 2`],
  ])('%s', (written, text) => {
    expect(unescapeText(written, standardDelimiters)).toBe(text)
  })

  test('its own delimiters', () => {
    const read = readMessage('MSH*:@!%*LAB*X***20261125**ORU:R01*C1*P*2.5.1\rPID***1:2%3@4*a!F!b|c^d')
    expect(valueOf(read[0], 9, 2)).toBe('R01')
    expect(valueOf(read[1], 3, 2, 2)).toBe('3')
    expect(read[1]?.fields[2]?.[1]?.[0]?.[0]).toBe('4')
    expect(valueOf(read[1], 4)).toBe('a*b|c^d')
  })

  test('LF after CR, and a fifth character in MSH-2', () => {
    expect(readMessage('MSH|^~\\&#|LAB\r\nPID|1\r\n').map(({ name }) => name)).toEqual(['MSH', 'PID'])
  })

  test('Latin-1, if declared', () => {
    const bytes = Buffer.from(
      'MSH|^~\\&|LAB|X|||20261125||ORU^R01|C1|P|2.5.1||||||8859/1\rPID|||1||M\xfcller\r',
      'latin1',
    )
    expect(valueOf(decodeMessage(bytes)[1], 5)).toBe('Müller')
  })
})

describe('refused', () => {
  const faultOf = (written: string | Uint8Array): string => {
    try {
      decodeMessage(typeof written === 'string' ? Buffer.from(written, 'utf8') : written)
    } catch (error) {
      if (error instanceof Hl7Fault) return error.code
      throw error
    }
    return 'taken'
  }
  test.each([
    ['nothing', '', '100'],
    ['another protocol', 'GET / HTTP/1.1\r\n', '100'],
    ['two delimiters that are the same', 'MSH|^^\\&|\r', '100'],
    ['a letter as delimiter', 'MSHA^~\\&A\r', '100'],
    ['too few delimiters', 'MSH|^~|\r', '100'],
    ['a segment without a name', 'MSH|^~\\&|\rPI|1\r', '100'],
    ['a second header', 'MSH|^~\\&|\rMSH|^~\\&|\r', '100'],
    ['an unknown character set', 'MSH|^~\\&||||||||||||||||EBCDIC\r', '103'],
    ['more fields than anyone writes', `MSH|^~\\&|\rPID${'|'.repeat(300)}\r`, '102'],
    ['more repetitions than anyone writes', `MSH|^~\\&|\rPID|${'~'.repeat(600)}\r`, '102'],
    ['more segments than anyone writes', `MSH|^~\\&|\r${'NTE|1\r'.repeat(6_000)}`, '100'],
  ])('%s', (_, written, code) => {
    expect(faultOf(written)).toBe(code)
  })

  test('bytes that are not UTF-8', () => {
    expect(faultOf(Buffer.from('MSH|^~\\&|\rPID|||1||M\xfcller\r', 'latin1'))).toBe('102')
  })

  test('any bytes are either read or refused', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => faultOf(bytes) !== ''))
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'|^~\\&\r\nFX0.PID"'), maxLength: 200 }), (tail) => {
        const read = readMessage(`MSH|^~\\&|\rPID|${tail.replaceAll(/[\r\n]/g, '')}`)
        return read.length === 2
      }),
    )
  })
})

describe('properties', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.constantFrom(...hostile),
    fc.string({ unit: fc.constantFrom(...'|^~\\&\r\n"XFSTRE0D.'), maxLength: 12 }),
  )
  // Empty trailing parts are not written, so a message has none.
  const trimmed = <Part>(parts: fc.Arbitrary<Part[]>, isEmpty: (part: Part) => boolean): fc.Arbitrary<Part[]> =>
    parts.map((all) => all.slice(0, all.findLastIndex((part) => !isEmpty(part)) + 1))
  const component = trimmed(fc.array(text, { maxLength: 3 }), (each) => each === '') as fc.Arbitrary<Component>
  const repetition = trimmed(
    fc.array(component, { maxLength: 3 }) as fc.Arbitrary<Component[]>,
    (each) => each.length === 0,
  ) as fc.Arbitrary<Repetition>
  const field = trimmed(
    fc.array(repetition, { maxLength: 3 }) as fc.Arbitrary<Repetition[]>,
    (each) => each.length === 0,
  ) as fc.Arbitrary<Field>
  const fields = trimmed(fc.array(field, { maxLength: 5 }) as fc.Arbitrary<Field[]>, (each) => each.length === 0)
  const segments = fc.array(fc.record({ name: fc.constantFrom('PID', 'OBX', 'ZZ1'), fields }), { maxLength: 4 })
  const delimiters: fc.Arbitrary<Delimiters> = fc
    .shuffledSubarray([...'|^~\\&!#$%*+-./:;<=>?@_'], { minLength: 5, maxLength: 5 })
    .map(([a = '', b = '', c = '', d = '', e = '']) => ({
      field: a,
      component: b,
      repetition: c,
      escape: d,
      subcomponent: e,
    }))

  test('any written message is read back equal, with any delimiters', () => {
    fc.assert(
      fc.property(segments, delimiters, (body, chosen) => {
        const { field: separator, component: c, repetition: r, escape: x, subcomponent: s } = chosen
        const header: Segment = { name: 'MSH', fields: [[[[separator]]], [[[c + r + x + s]]], [[['APP']]]] }
        const whole = [header, ...body]
        expect(readMessage(writeMessage(whole, chosen))).toEqual(normal(whole))
      }),
      { numRuns: 400 },
    )
  })

  test('no text adds a segment or a field', () => {
    fc.assert(
      fc.property(text, (name) => {
        const lines = writeMessage(message(name)).split('\r')
        expect(lines).toHaveLength(4)
        expect(lines[1]?.split('|')).toHaveLength(6)
        // oxlint-disable-next-line no-control-regex -- matches control characters
        expect(lines.join('')).not.toMatch(/[\u0000-\u001f\u007f]/)
      }),
      { numRuns: 400 },
    )
  })

  /** A part that contains only an empty text is read as no part. */
  const normal = (whole: Message): Message =>
    whole.map(({ name, fields: all }) => ({
      name,
      fields: all.map((each) =>
        each.map((one) => one.map((part) => (part.every((value) => value === '') ? [] : part))),
      ),
    }))
})
