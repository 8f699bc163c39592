import { describe, expect, it } from 'vitest'
import { createSchemaCompiler } from '../compile-schemas.ts'
import { readContract, type Schema } from '../contract.ts'
import { areTextFaults, faultyProperties } from '../faulty-properties.ts'
import { textsOfRequests, type TextProperty } from './texts-of-requests.testing.ts'

const { document } = readContract()
const compiler = createSchemaCompiler(document, 'us-east')
const texts = textsOfRequests(document)
const validators = new Map<Schema, ReturnType<typeof compiler.body>>()
const validatorOf = (schema: Schema) => {
  const known = validators.get(schema) ?? compiler.body(schema)
  validators.set(schema, known)
  return known
}

/** The codes of the faults at the property, in a body that has this property only. */
const faultsAt = ({ schema, pointer, bodyWith }: TextProperty, text: string): readonly string[] => {
  const validate = validatorOf(schema)
  validate(bodyWith(text))
  const errors = (validate.errors ?? []).filter(({ instancePath }) => instancePath === pointer)
  return errors.flatMap((error) => faultyProperties([error])).map(({ code }) => code)
}

const free = texts.filter(({ isClosed, hasPattern }) => !isClosed && !hasPattern)
const inOneLine = free.filter(({ isMultiline }) => !isMultiline)
const inSeveral = free.filter(({ isMultiline }) => isMultiline)
/** Those that take a text which they should refuse. */
const wronglyTaking = (properties: readonly TextProperty[], text: string): string[] =>
  properties.filter((property) => faultsAt(property, text).length === 0).map(({ name }) => name)
const textFaults = ['unsupported_character', 'blank']
/** Those that refuse a text which they should take. */
const wronglyRefusing = (properties: readonly TextProperty[], text: string): string[] =>
  properties
    .filter((property) => faultsAt(property, text).some((code) => textFaults.includes(code)))
    .map(({ name }) => name)

it('knows every text of every request', () => {
  expect(inOneLine.length).toBeGreaterThan(60)
  expect(inSeveral.length).toBeGreaterThan(25)
  expect(texts.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['createPatient /name/given', 'createProxy /displayName', 'postMessage /text']),
  )
})

describe('no text of a request takes', () => {
  it.each([
    ['a bell', 'a\u0007b'],
    ['an escape sequence', 'a\u001b[2Jb'],
    ['a control character of the upper set', 'a\u009bb'],
    ['a deletion', 'a\u007fb'],
    ['an override of the direction', 'a\u202eb'],
    ['an embedding', 'a\u202ab'],
    ['an isolate', 'a\u2066b\u2069'],
  ])('%s', (_, text) => {
    expect(wronglyTaking(free, text)).toEqual([])
    expect(
      wronglyTaking(
        texts.filter(({ hasPattern }) => hasPattern),
        text,
      ),
    ).toEqual([])
  })
})

describe('no line takes', () => {
  it.each([
    ['a line break', 'a\nb'],
    ['a line break of mail headers', 'a\r\nBcc: x'],
    ['a tab', 'a\tb'],
    ['a line separator', 'a\u2028b'],
    ['spaces alone', '   '],
    ['joiners alone', '\u200b\u200d\u2060'],
    ['a filler of Hangul', '\u3164'],
    ['an empty pattern of Braille', '\u2800'],
    ['a mark without a letter', '\u0301'],
  ])('%s', (_, text) => {
    expect(wronglyTaking(inOneLine, text)).toEqual([])
  })
})

it('no text that must be there is blank', () => {
  const required = inSeveral.filter(({ isRequired }) => isRequired)
  expect(required.length).toBeGreaterThan(8)
  expect(wronglyTaking(required, ' \n \u200b')).toEqual([])
})

describe('every text takes', () => {
  it.each([
    ['Zoë O’Brien-Gómez, Jr.'],
    ['山田 太郎'],
    ['مُحَمَّد \u200fعلي'],
    ['क्षत्रिय \u200d'],
    ['👩\u200d⚕️'],
    ['=1+1|^~\\&<>"'],
  ])('%s', (text) => {
    expect(wronglyRefusing(free, text)).toEqual([])
  })
})

it('several lines are taken where the contract says so', () => {
  expect(wronglyRefusing(inSeveral, 'one\r\ntwo\n\n\tthree')).toEqual([])
})

describe('an e-mail address', () => {
  const emails = texts.filter(({ format }) => format === 'email')
  it.each([
    'a@b.example\r\nBcc: x',
    '@',
    'a@b.example, x@y.example',
    'a@',
    'a b@c.example',
    'a@b',
    'a\u202e@b.example',
  ])('is not %j', (text) => expect(wronglyTaking(emails, text)).toEqual([]))
  it.each(['pat@portal.example', "o'brien+visits@mail.portal.example"])('is %s', (text) => {
    expect(emails.length).toBeGreaterThan(4)
    expect(emails.filter((property) => faultsAt(property, text).length > 0)).toEqual([])
  })
})

describe('a telephone number', () => {
  const phones = texts.filter(({ format }) => format === 'phone')
  it.each(['555-0142', '...', '614-555-0142-99', '+1 555 0100', '988'])('is not %s', (text) =>
    expect(wronglyTaking(phones, text)).toEqual([]),
  )
  it.each(['614-555-0142', '(614) 555-0142', '+44 20 7946 0018', '1 614 555 0142'])('is %s', (text) => {
    expect(phones.length).toBeGreaterThan(4)
    expect(phones.filter((property) => faultsAt(property, text).length > 0)).toEqual([])
  })
  it('is one of the country of the deployment', () => {
    const inSpain = createSchemaCompiler(document, 'es-south').body({ $ref: '#/components/schemas/Phone' })
    expect([inSpain('910 000 000'), inSpain('614-555-0142')]).toEqual([true, false])
    expect(phones.filter((property) => faultsAt(property, '910 000 000').length > 0)).toEqual(phones)
  })
})

it('the faults of texts are those that are answered with 422', () => {
  const fault = (code: string) => ({ pointer: '/name', code, message: '' })
  expect(areTextFaults([fault('blank'), fault('unsupported_character')])).toBe(true)
  expect(areTextFaults([fault('blank'), fault('required')])).toBe(false)
})

it('what is stored already is answered as it is', () => {
  const answer = compiler.response({ $ref: '#/components/schemas/PersonName' })
  expect(answer({ given: ' ', family: 'a\u202eb' })).toBe(true)
  const contact = compiler.response({ type: 'object', properties: { email: { $ref: '#/components/schemas/Email' } } })
  expect(contact({ email: 'a@b' })).toBe(true)
})
