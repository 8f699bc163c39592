import type { ContractDocument, Schema } from '../contract.ts'

/** A property of a request's body that holds a text. */
export interface TextProperty {
  /** Operation and pointer. */
  readonly name: string
  /** Of the whole body. */
  readonly schema: Schema
  readonly pointer: string
  readonly isMultiline: boolean
  readonly isRequired: boolean
  /** One of a list, or a date. */
  readonly isClosed: boolean
  readonly hasPattern: boolean
  readonly format: string | undefined
  /** A body that has this property and no other. */
  readonly bodyWith: (text: string) => unknown
}

type Wrap = (value: unknown) => unknown
interface Place {
  readonly pointer: string
  readonly wrap: Wrap
  /** Names of the schemas above, which may contain themselves. */
  readonly above: readonly string[]
}

/** Every text property of every JSON request of the contract. */
export const textsOfRequests = (document: ContractDocument): readonly TextProperty[] => {
  const schemas = document.components?.schemas ?? {}
  const found: TextProperty[] = []

  const walk = (name: string, body: Schema, part: Schema, place: Place): void => {
    const reference = part['$ref'] === undefined ? undefined : String(part['$ref']).split('/').at(-1)
    if (reference !== undefined && place.above.includes(reference)) return
    const above = reference === undefined ? place.above : [...place.above, reference]
    const merged: Schema = { ...(reference === undefined ? {} : schemas[reference]), ...part, $ref: undefined }
    const inside = [
      ...((merged['allOf'] ?? []) as Schema[]),
      ...((merged['anyOf'] ?? []) as Schema[]),
      ...((merged['oneOf'] ?? []) as Schema[]),
    ]
    for (const each of inside) walk(name, body, { ...withoutParts(part), ...each }, { ...place, above })
    if (merged['type'] === 'string') found.push(textOf(name, body, merged, place))
    for (const [key, child] of Object.entries((merged['properties'] ?? {}) as Record<string, Schema>))
      walk(name, body, child, {
        pointer: `${place.pointer}/${key}`,
        wrap: (value) => place.wrap({ [key]: value }),
        above,
      })
    if (merged['items'] !== undefined)
      walk(name, body, merged['items'] as Schema, {
        pointer: `${place.pointer}/0`,
        wrap: (value) => place.wrap([value]),
        above,
      })
  }

  for (const operations of Object.values(document.paths))
    for (const { operationId, requestBody } of Object.values(operations)) {
      const schema = requestBody?.content['application/json']?.schema
      if (schema !== undefined) walk(operationId, schema, schema, { pointer: '', wrap: (value) => value, above: [] })
    }
  return found
}

/** What is next to the alternatives applies to each of them. */
const withoutParts = ({
  allOf: _all,
  anyOf: _any,
  oneOf: _one,
  $ref: _ref,
  properties: _of,
  items: _items,
  ...rest
}: Schema): Schema => rest

const textOf = (operation: string, schema: Schema, text: Schema, { pointer, wrap }: Place): TextProperty => ({
  name: `${operation} ${pointer}`,
  schema,
  pointer,
  isMultiline: text['x-multiline'] === true,
  isRequired: Number(text['minLength'] ?? 0) > 0,
  isClosed:
    text['enum'] !== undefined || text['const'] !== undefined || String(text['format'] ?? '').startsWith('date'),
  hasPattern: text['pattern'] !== undefined,
  format: text['format'] as string | undefined,
  bodyWith: wrap,
})
