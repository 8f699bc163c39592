import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { operations } from '@visitkit/contract/operations'

const root = join(import.meta.dirname, '..')
const read = (path: string): unknown => JSON.parse(readFileSync(join(root, path), 'utf8'))

interface Schema {
  readonly $ref?: string
  readonly properties?: Readonly<Record<string, Schema>>
  readonly items?: Schema
  readonly allOf?: readonly Schema[]
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly 'x-phi'?: string
  readonly 'x-readable-with'?: string
}
interface Document {
  readonly paths: Readonly<
    Record<
      string,
      Readonly<
        Record<
          string,
          {
            readonly responses: Readonly<
              Record<string, { readonly content?: Record<string, { readonly schema?: Schema }> }>
            >
          }
        >
      >
    >
  >
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> }
}

const document = read('packages/contract/generated/openapi.json') as Document

/** What roles may do: `packs/policy/permissions.json`. */
export type Roles = Readonly<Record<string, Readonly<Record<string, string>>>>
export const readRoles = (): Roles =>
  (read('packages/reference-server/packs/policy/permissions.json') as { readonly roles: Roles }).roles

/** `packs/policy/minimum-necessary.json`. */
export interface MinimumNecessary {
  /** The classes of PHI that the work of a role needs. */
  readonly classes: Readonly<Record<string, readonly string[]>>
  /** Properties, or whole models, of other classes that it needs all the same, each with the reason. */
  readonly exceptions: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** Models that a role never receives, whatever its classes. */
  readonly never: Readonly<Record<string, readonly string[]>>
}
export const readMinimumNecessary = (): MinimumNecessary =>
  read('packages/reference-server/packs/policy/minimum-necessary.json') as MinimumNecessary

/** One property of PHI in responses: its class, and the operations that return it. */
export interface ReturnedProperty {
  readonly class: string
  readonly operations: readonly string[]
}

/**
 * The properties of PHI, by `Model.property`, that a role with these permissions can receive: of the operations that it may call, without
 * those that the server omits for it.
 */
export const propertiesFor = (permissions: ReadonlySet<string>): ReadonlyMap<string, ReturnedProperty> => {
  const found = new Map<string, { class: string; operations: string[] }>()
  const visit = (schema: Schema, model: string, operation: string, seen: Set<string>): void => {
    if (schema.$ref !== undefined) {
      const name = schema.$ref.replace('#/components/schemas/', '')
      if (seen.has(name)) return
      seen.add(name)
      const component = document.components.schemas[name]
      if (component) visit(component, name, operation, seen)
      return
    }
    for (const part of [...(schema.allOf ?? []), ...(schema.anyOf ?? []), ...(schema.oneOf ?? [])])
      visit(part, model, operation, seen)
    if (schema.items) visit(schema.items, model, operation, seen)
    for (const [name, property] of Object.entries(schema.properties ?? {})) {
      const needed = property['x-readable-with']
      if (needed !== undefined && !permissions.has(needed)) continue
      const path = `${model}.${name}`
      const phi = property['x-phi']
      if (phi !== undefined) {
        const known = found.get(path) ?? { class: phi, operations: [] }
        if (!known.operations.includes(operation)) known.operations.push(operation)
        found.set(path, known)
      }
      visit(property, path, operation, seen)
    }
  }
  for (const [id, { permission, path, method }] of Object.entries(operations)) {
    if (!permissions.has(permission)) continue
    for (const [status, { content = {} }] of Object.entries(document.paths[path]?.[method]?.responses ?? {}))
      if (status.startsWith('2'))
        for (const { schema } of Object.values(content)) if (schema) visit(schema, id, id, new Set())
  }
  return found
}

const modelOf = (property: string): string => property.split('.')[0] ?? ''

/** What reaches a role against the rules, and rules that name what does not exist or is not needed any more. */
export const propertyFaults = (roles: Roles, { classes, exceptions, never }: MinimumNecessary): readonly string[] =>
  Object.entries(roles).flatMap(([role, granted]) => {
    const permitted = classes[role]
    if (permitted === undefined) return [`${role} has no classes.`]
    const excepted = exceptions[role] ?? {}
    const neverModels = never[role] ?? []
    const needed = new Set<string>()
    const faults = [...propertiesFor(new Set(Object.keys(granted)))].flatMap(
      ([property, { class: phi, operations: by }]) => {
        if (neverModels.includes(modelOf(property)))
          return [`${role} receives ${property} by ${by.join(', ')}, and never may.`]
        if (permitted.includes(phi)) return []
        const exception = [property, modelOf(property)].find((each) => excepted[each] !== undefined)
        if (exception === undefined)
          return [`${role} receives ${property} (${phi}) by ${by.join(', ')}: no part of its work needs it.`]
        needed.add(exception)
        return []
      },
    )
    return [
      ...faults,
      ...Object.keys(excepted)
        .filter((each) => !needed.has(each))
        .map((each) => `${role} has an exception for ${each} that it does not need.`),
      ...neverModels
        .filter((model) => document.components.schemas[model] === undefined)
        .map((model) => `${role} never receives ${model}, which the contract does not have.`),
    ]
  })
