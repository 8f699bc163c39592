import { readFileSync } from 'node:fs'
import type { OperationId } from '@visitkit/contract/operations'

interface Schema {
  readonly $ref?: string
  readonly type?: string
  readonly format?: string
  readonly pattern?: string
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly properties?: Readonly<Record<string, Schema>>
  readonly items?: Schema
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly allOf?: readonly Schema[]
  readonly 'x-phi'?: string
}
interface Document {
  readonly paths: Readonly<
    Record<
      string,
      Readonly<Record<string, { operationId: string; requestBody?: { content: Record<string, { schema: Schema }> } }>>
    >
  >
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> }
}

const document = JSON.parse(
  readFileSync(new URL('../../packages/contract/generated/openapi.json', import.meta.url), 'utf8'),
) as Document

const bodySchemas = new Map<string, Schema>(
  Object.values(document.paths)
    .flatMap((methods) => Object.values(methods))
    .flatMap(({ operationId, requestBody }) =>
      Object.values(requestBody?.content ?? {}).map(({ schema }) => [operationId, schema] as const),
    ),
)

/** How a recognizable value can be written into a property. */
export type TextForm = 'word' | 'phone' | 'email' | 'date'

/**
 * Too short, or restricted to a list: no recognizable value fits. Codes of chosen options and dates in answers belong to questions; the
 * free text next to them is planted.
 */
const unrecognizable = new Set([
  'StateCode',
  'Language',
  'PersonName.suffix',
  'OtherName.suffix',
  'AnswerValue.code',
  'AnswerValue.date',
  // Codes of the fee schedule and of ICD-10-CM, and a text that the server fills in.
  '.items.code',
  'ChangeClaim.diagnosisCodes',
  'NoteDiagnosis.display',
])

interface PhiProperty {
  /** Schema and property, e.g. `Address.line1`. */
  readonly name: string
  readonly form: TextForm
}

const schemaName = ({ $ref }: Schema): string | null => $ref?.split('/').at(-1) ?? null
const resolved = (schema: Schema): Schema => {
  const name = schemaName(schema)
  return name === null ? schema : resolved(document.components.schemas[name] ?? {})
}

const formOf = (schema: Schema, name: string): TextForm | null => {
  const whole = resolved(schema)
  if (
    whole.type !== 'string' ||
    whole.enum ||
    whole.const !== undefined ||
    unrecognizable.has(name) ||
    unrecognizable.has(schemaName(schema) ?? '')
  )
    return null
  if (schemaName(schema) === 'Phone') return 'phone'
  // A code of a fixed form.
  if (whole.pattern !== undefined) return null
  return whole.format === 'date' || whole.format === 'email' ? whole.format : 'word'
}

/**
 * Walks a schema, and a value if there is one, and passes each PHI text to `visit`; its return value replaces the text. PHI is inherited:
 * everything inside a marked property is marked.
 */
const walk = (
  schema: Schema,
  value: unknown,
  context: { name: string; isPhi: boolean; seen: readonly string[] },
  visit: (place: PhiProperty, value: unknown) => unknown,
): unknown => {
  const { name, isPhi, seen } = context
  const own = schemaName(schema)
  if (own !== null && seen.includes(own)) return value
  const inside = own === null ? seen : [...seen, own]
  const whole = resolved(schema)
  const form = isPhi ? formOf(schema, name) : null
  if (form !== null) return visit({ name, form }, value)
  const branches = [...(whole.anyOf ?? []), ...(whole.oneOf ?? []), ...(whole.allOf ?? [])]
  if (branches.length > 0)
    return branches.reduce((given, branch) => walk(branch, given, { ...context, seen: inside }, visit), value)
  if (whole.items) {
    const { items } = whole
    const entries = Array.isArray(value) ? value : [undefined]
    const walked = entries.map((entry) => walk(items, entry, { ...context, seen: inside }, visit))
    return Array.isArray(value) ? walked : value
  }
  if (!whole.properties) return value
  const given = value as Record<string, unknown> | undefined
  const walked = Object.entries(whole.properties).map(([property, part]) => {
    const place = { name: `${own ?? name}.${property}`, isPhi: isPhi || part['x-phi'] !== undefined, seen: inside }
    return [property, walk(part, given?.[property], place, visit)] as const
  })
  return given === undefined
    ? value
    : { ...given, ...Object.fromEntries(walked.filter(([property]) => property in given)) }
}

const start = { name: '', isPhi: false, seen: [] }

/** Every text in this operation's body that is PHI and can be recognized. */
export const listPhiProperties = (id: OperationId): readonly PhiProperty[] => {
  const found: PhiProperty[] = []
  const schema = bodySchemas.get(id)
  if (schema) walk(schema, undefined, start, (place) => void found.push(place))
  return found
}

/** The body with each such text replaced. Calls `plant` only for texts that are present. */
export const withPlantedTexts = <Body>(id: OperationId, body: Body, plant: (place: PhiProperty) => string): Body => {
  const schema = bodySchemas.get(id)
  if (!schema) return body
  return walk(schema, body, start, (place, value) => (value === undefined ? value : plant(place))) as Body
}
