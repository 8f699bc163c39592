import { Ajv2020 } from 'ajv/dist/2020.js'
import type { ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import type { ContractDocument, Schema } from './contract.ts'

export type Validate = ValidateFunction

/**
 * Compiles shapes of the contract, once, at boot.
 *
 * The document leaves objects open, as documents do, so that it may grow. The server of one release knows every property of
 * that release, so here each object is closed: an unknown property of a request is refused rather than dropped in silence, and
 * a property that slipped into an answer keeps the answer from leaving.
 */
export interface SchemaCompiler {
  /** A body that was parsed. Every fault is found, and defaults are filled in. */
  readonly body: (schema: Schema) => Validate
  /** What a handler answers. The first fault is enough, and nothing is filled in. */
  readonly response: (schema: Schema) => Validate
  /** An object of strings, coerced in place to the types of `properties`. */
  readonly parameters: (schema: Schema) => Validate
}

/** JSON Schema's own keywords. What else stands in the document (`x-phi`, `discriminator`, `example`) says nothing about validity. */
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

/** `closing` concerns this level only: below it, every object is closed again. */
const translate = (schema: Schema, closing: Closing): Schema => {
  const out: Record<string, unknown> = {}
  const composed = schema['allOf'] !== undefined
  for (const [keyword, value] of Object.entries(schema)) {
    if (!keywords.has(keyword)) continue
    // Only `allOf` describes one object in parts; a part must not refuse what the other parts name.
    const inside: Closing = keyword === 'allOf' ? 'open' : closing
    if (keyword === '$ref') out['$ref'] = `${closing}:${String(value).replace(componentPrefix, '')}`
    else if (maps.has(keyword))
      out[keyword] = Object.fromEntries(
        Object.entries(value as object).map(([name, each]) => [name, translateAny(each, 'closed')]),
      )
    else if (lists.has(keyword))
      out[keyword] = (value as readonly unknown[]).map((each) =>
        translateAny(each, keyword === 'prefixItems' ? 'closed' : inside),
      )
    else if (single.has(keyword))
      out[keyword] = translateAny(value, ['if', 'then', 'else', 'not'].includes(keyword) ? 'open' : 'closed')
    else out[keyword] = value
  }
  const isMap = out['additionalProperties'] !== undefined || out['unevaluatedProperties'] !== undefined
  if (closing === 'closed' && !isMap) {
    if (composed) out['unevaluatedProperties'] = false
    else if (out['properties'] !== undefined) out['additionalProperties'] = false
  }
  return out
}

const translateAny = (value: unknown, closing: Closing): unknown =>
  isSchema(value) ? translate(value, closing) : value

export const createSchemaCompiler = (document: ContractDocument): SchemaCompiler => {
  // `verbose` stays off: with it, errors carry the values that were sent.
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
    // Its passes take a third of compiling and leave nothing that V8 would not do by itself.
    code: { optimize: false },
  } as const
  const bodies = new Ajv2020(settings)
  const answers = new Ajv2020({ ...settings, allErrors: false, useDefaults: false })
  // `1e999` is coerced to Infinity, and strict numbers would then skip `maximum` and `format` instead of refusing it.
  const parameters = new Ajv2020({ ...settings, coerceTypes: 'array', strictNumbers: false })
  for (const ajv of [bodies, answers, parameters]) {
    addFormats.default(ajv)
    for (const [name, schema] of Object.entries(document.components?.schemas ?? {})) {
      ajv.addSchema(translate(schema, 'closed'), `closed:${name}`)
      ajv.addSchema(translate(schema, 'open'), `open:${name}`)
    }
  }
  // A leap second is a time to RFC 3339 and none to a clock: what is read as a date must be one.
  for (const ajv of [bodies, parameters]) {
    const known = ajv.formats['date-time'] as { readonly validate: (text: string) => boolean }
    ajv.addFormat('date-time', {
      ...known,
      validate: (text: string) => known.validate(text) && Number.isFinite(Date.parse(text)),
    })
  }
  return {
    body: (schema) => bodies.compile(translate(schema, 'closed')),
    response: (schema) => answers.compile(translate(schema, 'closed')),
    parameters: (schema) => parameters.compile(translate(schema, 'closed')),
  }
}
