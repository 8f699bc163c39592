import type { ErrorObject } from 'ajv/dist/2020.js'
import type { FaultyProperty } from '../problems/problem.ts'

const most = 50

/** Keywords whose error only repeats the errors below it. */
const summaries = new Set(['anyOf', 'oneOf', 'allOf', 'if', '$ref'])

/** Faults of a text whose type, length and form are right. They are answered with 422. */
const textFaults: Readonly<Record<string, FaultMessage>> = {
  line: {
    code: 'unsupported_character',
    message: 'Must be one line, without control characters and without signs that change the direction of writing.',
  },
  multilineText: {
    code: 'unsupported_character',
    message: 'Must have no control characters but line breaks, and no signs that change the direction of writing.',
  },
  visible: { code: 'blank', message: 'Must have a visible character, not only spaces or invisible signs.' },
  email: { code: 'not_an_email_address', message: 'Must be one e-mail address, such as pat@portal.example.' },
  phone: {
    code: 'not_a_phone_number',
    message: 'Must be a whole telephone number with its area code; from another country, with + and the country code.',
  },
}
const codesOfTextFaults: ReadonlySet<string> = new Set(Object.values(textFaults).map(({ code }) => code))

/** Whether the request has the shape of the contract, and only what is written in its texts cannot be accepted. */
export const areTextFaults = (faults: readonly FaultyProperty[]): boolean =>
  faults.every(({ code }) => codesOfTextFaults.has(code))

interface FaultMessage {
  readonly code: string
  readonly message: string
}

const parameter = (error: ErrorObject, name: string): unknown => (error.params as Record<string, unknown>)[name]

const list = (value: unknown): string => (Array.isArray(value) ? value.join(', ') : String(value))

const examples: Readonly<Record<string, string>> = {
  'date-time': 'a time such as 2026-11-25T15:30:00Z',
  date: 'a date such as 2026-11-25',
  time: 'a time of day such as 15:30:00',
  uri: 'an address such as https://portal.example',
}

/** The expectation, in words. The limits come from the contract, never from the request. */
const faultMessageOf = (error: ErrorObject): FaultMessage => {
  const textFault = textFaults[error.keyword === 'format' ? String(parameter(error, 'format')) : error.keyword]
  if (textFault !== undefined) return textFault
  const limit = parameter(error, 'limit')
  switch (error.keyword) {
    case 'required':
    case 'dependentRequired':
      return { code: 'required', message: 'This property is required.' }
    case 'additionalProperties':
    case 'unevaluatedProperties':
      return { code: 'unknown_property', message: 'This property is not known.' }
    case 'type':
      return { code: 'wrong_type', message: `Must be of type ${list(parameter(error, 'type'))}.` }
    case 'enum':
      return { code: 'unknown_value', message: `Must be one of: ${list(parameter(error, 'allowedValues'))}.` }
    case 'const':
      return { code: 'unknown_value', message: `Must be ${list(parameter(error, 'allowedValue'))}.` }
    case 'format': {
      const format = String(parameter(error, 'format'))
      return { code: 'wrong_format', message: `Must be ${examples[format] ?? `in the format ${format}`}.` }
    }
    case 'pattern':
      return { code: 'wrong_format', message: 'Is not written as the contract describes it.' }
    case 'minLength':
      return limit === 1
        ? { code: 'too_short', message: 'Must not be empty.' }
        : { code: 'too_short', message: `Must be at least ${limit} characters long.` }
    case 'maxLength':
      return { code: 'too_long', message: `Must be at most ${limit} characters long.` }
    case 'minItems':
      return { code: 'too_few', message: `Must hold at least ${limit}.` }
    case 'maxItems':
      return { code: 'too_many', message: `May hold at most ${limit}.` }
    case 'minimum':
    case 'exclusiveMinimum':
    case 'maximum':
    case 'exclusiveMaximum':
      return { code: 'out_of_range', message: `Must be ${parameter(error, 'comparison')} ${limit}.` }
    case 'uniqueItems':
      return { code: 'repeated', message: 'Must not hold the same value twice.' }
    default:
      return { code: 'invalid', message: 'Is not as the contract describes it.' }
  }
}

const missingName = (error: ErrorObject): string | undefined => {
  const name =
    parameter(error, 'missingProperty') ??
    parameter(error, 'additionalProperty') ??
    parameter(error, 'unevaluatedProperty')
  if (typeof name !== 'string') return undefined
  // The name of an unknown property is the sender's own text. It is returned to the sender, shortened, and goes nowhere else.
  return name.slice(0, 64).replaceAll('~', '~0').replaceAll('/', '~1')
}

/**
 * Every faulty property once, in order. `pointerOf` maps a JSON pointer to the address of the request's part (`query:limit`); for a body
 * it is the pointer itself.
 */
export const faultyProperties = (
  errors: readonly ErrorObject[],
  pointerOf: (pointer: string) => string = (pointer) => pointer,
): FaultyProperty[] => {
  const found = new Map<string, FaultyProperty>()
  const note = (error: ErrorObject): void => {
    const name = missingName(error)
    const pointer = pointerOf(name === undefined ? error.instancePath : `${error.instancePath}/${name}`)
    if (!found.has(pointer)) found.set(pointer, { pointer, ...faultMessageOf(error) })
  }
  // "Must be null" comes from the other branch of every nullable property and does not help.
  const specific = errors.filter((error) => !summaries.has(error.keyword) && parameter(error, 'type') !== 'null')
  for (const error of specific.length > 0 ? specific : errors) note(error)
  return [...found.values()].slice(0, most)
}
