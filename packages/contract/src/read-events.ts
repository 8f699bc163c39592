import { getDoc, type Model, type ModelProperty, type Program, type Scalar, type Type } from '@typespec/compiler'

/** One property of a payload, or one id of a live message. */
export interface PayloadProperty {
  readonly name: string
  readonly optional: boolean
  readonly description: string | undefined
  /** TypeScript type of the value. */
  readonly type: string
  /** Why the value may be protected health information; null when it cannot be. */
  readonly phi: string | null
}

/** A domain event or a live message, as its model declares it. */
export interface PayloadModel {
  /** Name of the model, e.g. `AppointmentBooked`. */
  readonly model: string
  /** E.g. `scheduling.appointment-booked` or `appointment.changed`. */
  readonly type: string
  readonly description: string
  readonly properties: readonly PayloadProperty[]
  /** Ids of the operations that read what it refers to. */
  readonly readBy: readonly string[]
  readonly webhook: boolean
}

const state = (name: string): symbol => Symbol.for(`visitkit.${name}`)

/** Scalars for an id, a time or a code. Any other string could be a name or a sentence. */
const safeScalars: ReadonlySet<string> = new Set([
  'Id',
  'Instant',
  'plainDate',
  'Code',
  'Reference',
  'Language',
  'Zone',
])

const scalarChain = (scalar: Scalar): readonly string[] =>
  scalar.baseScalar ? [scalar.name, ...scalarChain(scalar.baseScalar)] : [scalar.name]

const scalarType = (scalar: Scalar): string => {
  const scalars = scalarChain(scalar)
  if (scalars.includes('boolean')) return 'boolean'
  return scalars.includes('numeric') ? 'number' : 'string'
}

/** TypeScript of a property's type, and why it is not allowed in a payload. */
const readType = (program: Program, type: Type): { readonly text: string; readonly phi: string | null } => {
  switch (type.kind) {
    case 'ModelProperty':
      return phiOf(program, type) === null ? readType(program, type.type) : { text: 'never', phi: phiOf(program, type) }
    case 'Scalar': {
      const isSafe = scalarType(type) !== 'string' || safeScalars.has(type.name)
      return { text: scalarType(type), phi: isSafe ? null : `is free text (${type.name})` }
    }
    case 'String':
      return { text: `'${type.value}'`, phi: null }
    case 'Enum':
      return {
        text: [...type.members.values()].map(({ name, value }) => `'${value ?? name}'`).join(' | '),
        phi: null,
      }
    case 'Union': {
      const variants = [...type.variants.values()].map((variant) => readType(program, variant.type))
      return {
        text: [...new Set(variants.flatMap(({ text }) => text.split(' | ')))].join(' | '),
        phi: variants.find(({ phi }) => phi !== null)?.phi ?? null,
      }
    }
    case 'Intrinsic':
      return { text: type.name === 'null' ? 'null' : 'never', phi: type.name === 'null' ? null : `is ${type.name}` }
    case 'Model': {
      const item = type.name === 'Array' ? type.indexer?.value : undefined
      if (!item) return { text: 'never', phi: `is a model (${type.name})` }
      const { text, phi } = readType(program, item)
      return { text: text.includes(' | ') ? `readonly (${text})[]` : `readonly ${text}[]`, phi }
    }
    default:
      return { text: 'never', phi: `is a ${type.kind}` }
  }
}

const phiOf = (program: Program, property: ModelProperty): string | null => {
  const declared = program.stateMap(state('phi')).get(property) as string | undefined
  return declared === undefined ? null : `is PHI (${declared})`
}

const readProperty = (program: Program, property: ModelProperty): PayloadProperty => {
  const { text, phi } = readType(program, property)
  return { name: property.name, optional: property.optional, description: getDoc(program, property), type: text, phi }
}

const readModels = (program: Program, decorator: 'event' | 'liveMessage'): PayloadModel[] =>
  [...program.stateMap(state(decorator))]
    .map(([model, type]) => ({ model: model as Model, type: type as string }))
    .map(({ model, type }) => ({
      model: model.name,
      type,
      description: getDoc(program, model) ?? '',
      properties: [...model.properties.values()].map((property) => readProperty(program, property)),
      readBy: (program.stateMap(state('readBy')).get(model) as readonly string[] | undefined) ?? [],
      webhook: program.stateMap(state('webhook')).has(model),
    }))

/** Every model with `@event`, in the order of the files. */
export const readEvents = (program: Program): PayloadModel[] => readModels(program, 'event')

/** Every model with `@liveMessage`. */
export const readLiveMessages = (program: Program): PayloadModel[] => readModels(program, 'liveMessage')
