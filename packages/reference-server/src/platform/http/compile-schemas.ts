import { Ajv2020 } from 'ajv/dist/2020.js'
import type { ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import type { ContractDocument, Schema } from './contract.ts'
import { countryOfRegion, e164 } from '../identifiers/phone-number.ts'
import { textRulesOf, textRules } from './text-rules.ts'

export type Validate = ValidateFunction

/**
 * Compiles schemas of the contract, once, at startup.
 *
 * The document leaves objects open, so that it can be extended. The server of one release knows every property of that release, so here
 * each object is closed: an unknown property of a request is refused instead of silently dropped, and an undeclared property in a
 * response prevents it from being sent.
 */
export interface SchemaCompiler {
  /** For a parsed body. Reports every fault and fills in defaults. */
  readonly body: (schema: Schema) => Validate
  /** For a handler's response. Stops at the first fault and fills in nothing. */
  readonly response: (schema: Schema) => Validate
  /** For an object of strings. Coerces them in place to the types of `properties`. */
  readonly parameters: (schema: Schema) => Validate
}

/** JSON Schema's own keywords. Other keywords of the document (`x-phi`, `discriminator`, `example`) do not affect validation. */
const keywords: ReadonlySet<string> = new Set([
  ...['$ref', 'type', 'enum', 'const', 'format', 'default', 'pattern', 'minLength', 'maxLength', 'minimum', 'maximum'],
  ...['exclusiveMinimum', 'exclusiveMaximum', 'multipleOf', 'items', 'prefixItems', 'contains', 'minItems', 'maxItems'],
  ...[
    'uniqueItems',
    'properties',
    'patternProperties',
    'additionalProperties',
    'unevaluatedProperties',
    'propertyNames',
  ],
  ...['required', 'minProperties', 'maxProperties', 'dependentRequired', 'dependentSchemas'],
  ...['allOf', 'anyOf', 'oneOf', 'not', 'if', 'then', 'else'],
])
const maps = new Set(['properties', 'patternProperties', 'dependentSchemas'])
const lists = new Set(['allOf', 'anyOf', 'oneOf', 'prefixItems'])
const single = new Set([
  'items',
  'contains',
  'additionalProperties',
  'unevaluatedProperties',
  'propertyNames',
  'not',
  'if',
  'then',
  'else',
])

const componentPrefix = '#/components/schemas/'
const isSchema = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

type Closing = 'closed' | 'open'

/** What a person sends is held to the rules of texts. What is stored already is answered as it is. */
type Direction = 'request' | 'response'

/** `closing` applies to this level only. Below it, every object is closed again. */
const translate = (schema: Schema, closing: Closing, direction: Direction): Schema => {
  const out: Record<string, unknown> = direction === 'request' ? textRulesOf(schema) : {}
  const composed = schema['allOf'] !== undefined
  for (const [keyword, value] of Object.entries(schema)) {
    if (!keywords.has(keyword)) continue
    // Only `allOf` describes one object in several parts. A part must not refuse properties that other parts declare.
    const inside: Closing = keyword === 'allOf' ? 'open' : closing
    if (keyword === '$ref') out['$ref'] = `${closing}:${String(value).replace(componentPrefix, '')}`
    else if (maps.has(keyword))
      out[keyword] = Object.fromEntries(
        Object.entries(value as object).map(([name, each]) => [name, translateAny(each, 'closed', direction)]),
      )
    else if (lists.has(keyword))
      out[keyword] = (value as readonly unknown[]).map((each) =>
        translateAny(each, keyword === 'prefixItems' ? 'closed' : inside, direction),
      )
    else if (single.has(keyword))
      out[keyword] = translateAny(value, ['if', 'then', 'else', 'not'].includes(keyword) ? 'open' : 'closed', direction)
    else out[keyword] = value
  }
  const isMap = out['additionalProperties'] !== undefined || out['unevaluatedProperties'] !== undefined
  if (closing === 'closed' && !isMap) {
    if (composed) out['unevaluatedProperties'] = false
    else if (out['properties'] !== undefined) out['additionalProperties'] = false
  }
  return out
}

const translateAny = (value: unknown, closing: Closing, direction: Direction): unknown =>
  isSchema(value) ? translate(value, closing, direction) : value

export const createSchemaCompiler = (document: ContractDocument, region: string): SchemaCompiler => {
  // `verbose` stays off: it adds the sent values to the errors.
  const settings = {
    allErrors: true,
    strict: true,
    strictTypes: false,
    strictRequired: false,
    strictTuples: false,
    allowUnionTypes: true,
    useDefaults: true,
    verbose: false,
    messages: false,
    // Its passes take a third of the compile time, and V8 does the same optimizations.
    code: { optimize: false },
  } as const
  const bodies = new Ajv2020(settings)
  const answers = new Ajv2020({ ...settings, allErrors: false, useDefaults: false })
  // `1e999` is coerced to Infinity. Strict numbers would then skip `maximum` and `format` instead of refusing it.
  const parameters = new Ajv2020({ ...settings, coerceTypes: 'array', strictNumbers: false })
  const country = countryOfRegion(region)
  for (const ajv of [bodies, answers, parameters]) {
    const direction = ajv === answers ? 'response' : 'request'
    addFormats.default(ajv)
    ajv.addFormat('phone', direction === 'response' || ((text: string) => e164(text, country) !== null))
    for (const rule of textRules) ajv.addKeyword(rule)
    for (const [name, schema] of Object.entries(document.components?.schemas ?? {})) {
      ajv.addSchema(translate(schema, 'closed', direction), `closed:${name}`)
      ajv.addSchema(translate(schema, 'open', direction), `open:${name}`)
    }
  }
  answers.addFormat('email', true)
  // RFC 3339 allows a leap second, but `Date` does not. A value that is read as a date must be one.
  for (const ajv of [bodies, parameters]) {
    const known = ajv.formats['date-time'] as { readonly validate: (text: string) => boolean }
    ajv.addFormat('date-time', {
      ...known,
      validate: (text: string) => known.validate(text) && Number.isFinite(Date.parse(text)),
    })
  }
  return {
    body: (schema) => bodies.compile(translate(schema, 'closed', 'request')),
    response: (schema) => answers.compile(translate(schema, 'closed', 'response')),
    parameters: (schema) => parameters.compile(translate(schema, 'closed', 'request')),
  }
}
