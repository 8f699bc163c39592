import type { ContractDocument, Schema } from './contract.ts'

/** Omits properties of a response that the caller may not read. What stays is not changed: a body may be held in memory. */
export interface Projection {
  /** The permissions that its properties need. */
  readonly permissions: readonly string[]
  readonly apply: (body: unknown, may: (permission: string) => boolean) => unknown
}

/** One object of a response: the properties that need a permission, and those that have such properties inside. */
interface Shape {
  readonly restricted: readonly (readonly [property: string, permission: string])[]
  readonly inside: readonly (readonly [property: string, schema: Schema])[]
  readonly items: Schema | null
}

const componentPrefix = '#/components/schemas/'
const parts = ['allOf', 'anyOf', 'oneOf'] as const

/**
 * Reads the projections of a contract (`x-readable-with` of a property). Null for a response without one, so that it costs nothing. Throws
 * for a property that is required: a response without it would not match the contract.
 */
export const createProjections = (document: ContractDocument): ((schema: Schema) => Projection | null) => {
  const shapes = new Map<Schema, Shape>()
  const resolve = (schema: Schema): Schema => {
    const reference = schema['$ref']
    if (typeof reference !== 'string') return schema
    const found = document.components?.schemas?.[reference.replace(componentPrefix, '')]
    if (found === undefined) throw new Error(`openapi.json refers to ${reference}, which it does not have.`)
    return found
  }
  const shapeOf = (given: Schema): Shape => {
    const schema = resolve(given)
    const known = shapes.get(schema)
    if (known !== undefined) return known
    const restricted: [string, string][] = []
    const inside: [string, Schema][] = []
    const shape = { restricted, inside, items: (schema['items'] as Schema | undefined) ?? null }
    shapes.set(schema, shape)
    for (const [property, each] of Object.entries((schema['properties'] ?? {}) as Record<string, Schema>)) {
      const permission = each['x-readable-with']
      if (typeof permission !== 'string') inside.push([property, each])
      else {
        if (((schema['required'] ?? []) as readonly string[]).includes(property))
          throw new Error(`${property} needs ${permission} to be read, and is required.`)
        restricted.push([property, permission])
      }
    }
    return shape
  }
  const alternatives = (schema: Schema): readonly Schema[] => {
    const resolved = resolve(schema)
    return [resolved, ...parts.flatMap((part) => ((resolved[part] ?? []) as readonly Schema[]).flatMap(alternatives))]
  }
  /** The permissions of a schema and of all that it contains. */
  const permissionsIn = (schema: Schema, seen: Set<Schema>): readonly string[] =>
    alternatives(schema).flatMap((each) => {
      if (seen.has(each)) return []
      seen.add(each)
      const { restricted, inside, items } = shapeOf(each)
      return [
        ...restricted.map(([, permission]) => permission),
        ...inside.flatMap(([, within]) => permissionsIn(within, seen)),
        ...(items ? permissionsIn(items, seen) : []),
      ]
    })
  const project = (value: unknown, schemas: readonly Schema[], may: (permission: string) => boolean): unknown => {
    if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return value
    const shapesHere = schemas.flatMap(alternatives).map(shapeOf)
    if (Array.isArray(value)) {
      const items = shapesHere.flatMap(({ items: each }) => (each === null ? [] : [each]))
      return items.length === 0 ? value : value.map((item: unknown) => project(item, items, may))
    }
    const denied = new Set(
      shapesHere.flatMap(({ restricted }) => restricted.flatMap(([name, needed]) => (may(needed) ? [] : name))),
    )
    const within = Map.groupBy(
      shapesHere.flatMap(({ inside }) => inside),
      ([name]) => name,
    )
    return Object.fromEntries(
      Object.entries(value).flatMap(([name, each]) =>
        denied.has(name)
          ? []
          : [
              [
                name,
                project(
                  each,
                  (within.get(name) ?? []).map(([, schema]) => schema),
                  may,
                ),
              ],
            ],
      ),
    )
  }
  return (schema) => {
    const permissions = [...new Set(permissionsIn(schema, new Set()))]
    if (permissions.length === 0) return null
    return { permissions, apply: (body, may) => project(body, [schema], may) }
  }
}
