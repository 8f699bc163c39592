import type { Schema } from './contract.ts'
import { isLine, isMultilineText, isVisible } from '../texts/written-text.ts'

interface TextRule {
  readonly keyword: string
  readonly type: 'string'
  readonly schemaType: 'boolean'
  readonly errors: false
  readonly validate: (rule: boolean, text: string) => boolean
}

const rule = (keyword: string, holds: (text: string) => boolean): TextRule => ({
  keyword,
  type: 'string',
  schemaType: 'boolean',
  errors: false,
  validate: (_, text) => holds(text),
})

/** The rules of texts, as keywords of a request's schemas. An empty text is no blank one: `minLength` decides whether it is allowed. */
export const textRules: readonly TextRule[] = [
  rule('line', isLine),
  rule('multilineText', isMultilineText),
  rule('visible', (text) => text === '' || isVisible(text)),
]

/** A text of its own. One that refers to another schema has the rules of that schema. */
const isText = ({ type, $ref, allOf }: Schema): boolean =>
  $ref === undefined && allOf === undefined && (type === 'string' || (Array.isArray(type) && type.includes('string')))

/** A closed list, and the formats that admit no other character (times, dates). */
const isClosed = ({ enum: codes, const: code, format }: Schema): boolean =>
  codes !== undefined || code !== undefined || (typeof format === 'string' && /^(?:date|time)/.test(format))

/**
 * The rules of one schema. Every text has one line, unless the contract says `x-multiline`, so that a property without a word about it is
 * safe. A line may not be blank; several lines may, until `minLength` requires something.
 */
export const textRulesOf = (schema: Schema): Record<string, true> => {
  const isRequired = Number(schema['minLength'] ?? 0) > 0
  if (!isText(schema) || isClosed(schema)) return isRequired ? { visible: true } : {}
  if (schema['x-multiline'] === true) return { multilineText: true, ...(isRequired && { visible: true }) }
  return { line: true, visible: true }
}
