import type { DomainModule } from '../contracts/domain-module.ts'
import { createSchemaCompiler } from './compile-schemas.ts'
import type { SchemaCompiler } from './compile-schemas.ts'
import { documentedOperation, isAnonymous, parametersOf } from './contract.ts'
import type {
  Contract,
  ContractDocument,
  DocumentOperation,
  DocumentParameter,
  OperationDeclaration,
  Schema,
} from './contract.ts'
import { findPatients } from './find-patients.ts'
import { createProjections } from './project-response.ts'
import type { RateCost } from './read-policies.ts'
import type { BoundOperation } from '../contracts/operation.ts'
import type { StreamHandler } from '../live/stream-handler.ts'
import type { ResponseShape, ParameterShape, RequestShape, Route } from './route.ts'

export interface BindOptions {
  readonly contract: Contract
  /** Of the deployment, e.g. `us-east`: telephone numbers without a country code are of its country. */
  readonly region?: string
  readonly modules: readonly DomainModule[]
  /** Operations that a stream handles instead of a handler, by id. */
  readonly streams?: Readonly<Record<string, StreamHandler>>
  /** Operations that a step of the pipeline answers instead of a handler. */
  readonly inPipeline?: readonly string[]
  /** Whether some role is granted this permission. An operation that no role may call is a mistake. */
  readonly isGranted: (permission: string) => boolean
  readonly rateCostOf: (id: string, declaration: OperationDeclaration) => RateCost
  /** True for a part of a server, as in the test of one domain: operations without a handler are left out. */
  readonly partial?: boolean
}

interface Owned {
  readonly handler: BoundOperation
  readonly module: DomainModule
}

/**
 * Joins contract and handlers into routes. Throws, naming every fault, if they differ: a route needs an operation of the contract, and an
 * operation needs a handler, a permission and an audit declaration.
 */
export const bindOperations = (options: BindOptions): readonly Route[] => {
  const { contract, modules, streams = {}, inPipeline = [], isGranted, partial = false } = options
  const faults: string[] = []
  const handlers = new Map<string, Owned>()
  for (const module of modules) {
    for (const handler of module.operations) {
      const id: string = handler.id
      const other = handlers.get(id)
      if (other !== undefined) faults.push(`${id} has two handlers, in ${other.module.name} and in ${module.name}.`)
      if (contract.operations[id] === undefined) faults.push(`${id} in ${module.name} is not in the contract.`)
      if ([handler.read, handler.decide, handler.keep].filter((step) => step !== undefined).length !== 1)
        faults.push(`${id} must have one of read, decide and keep.`)
      handlers.set(id, { handler, module })
    }
  }
  const shapesOf = shapesIn(contract.document, options.region ?? 'us')
  const routes: Route[] = []
  for (const [id, declaration] of Object.entries(contract.operations)) {
    const owned = handlers.get(id)
    const stream = streams[id]
    if (owned !== undefined && stream !== undefined) faults.push(`${id} has a handler and a stream.`)
    if (owned === undefined && stream === undefined && !inPipeline.includes(id)) {
      if (!partial) faults.push(`${id} has no handler.`)
      continue
    }
    const operation = documentedOperation(contract.document, id, declaration)
    const anonymous = isAnonymous(operation)
    const declared = validateDeclaration(id, declaration, anonymous, isGranted)
    const shapes = shapesOf(operation)
    for (const { projection } of shapes.responses.values())
      for (const needed of projection?.permissions ?? [])
        if (!isGranted(needed))
          declared.push(`${id} has a property that needs ${needed}, which the policy grants to no role.`)
    faults.push(...declared)
    if (declared.length > 0) continue
    routes.push({
      id,
      declaration,
      domain: owned?.module.name ?? 'platform',
      ports: owned?.module.ports ?? {},
      handler: owned?.handler ?? null,
      stream: stream ?? null,
      anonymous,
      ...shapes,
      patientsIn: declaration.audit.patients === undefined ? null : findPatients(declaration.audit.patients),
      objectParameter: /\{([^{}]+)\}[^{}]*$/.exec(declaration.path)?.[1] ?? null,
      rate: options.rateCostOf(id, declaration),
    })
  }
  if (faults.length > 0) throw new Error(`The contract and the server do not agree:\n- ${faults.join('\n- ')}`)
  return routes
}

const validateDeclaration = (
  id: string,
  { permission, audit, stepUp }: OperationDeclaration,
  anonymous: boolean,
  isGranted: (permission: string) => boolean,
): string[] => {
  const faults: string[] = []
  if (!permission) faults.push(`${id} declares no permission.`)
  else if (anonymous !== (permission === 'none'))
    faults.push(`${id} must ask for no security and permission "none" together, or for neither.`)
  else if (!anonymous && !isGranted(permission))
    faults.push(`${id} needs ${permission}, which the policy grants to no role.`)
  if (!audit?.action || !audit.entity) faults.push(`${id} declares no audit action and entity.`)
  if (anonymous && stepUp) faults.push(`${id} cannot step up: no one is signed in.`)
  return faults
}

type Shapes = Pick<Route, 'request' | 'responses'>
type ShapesOf = (operation: DocumentOperation) => Shapes
const known = new WeakMap<ContractDocument, Map<string, ShapesOf>>()

/** Compiled once per document and shared by all servers of a process: compiling takes half of the startup time. */
const shapesIn = (document: ContractDocument, region: string): ShapesOf => {
  const byRegion = known.get(document) ?? new Map<string, ShapesOf>()
  const found = byRegion.get(region)
  if (found !== undefined) return found
  const compiler = createSchemaCompiler(document, region)
  const projectionOf = createProjections(document)
  const compiled = new Map<DocumentOperation, Shapes>()
  const shapesOf: ShapesOf = (operation) => {
    const shapes = compiled.get(operation) ?? {
      request: requestShape(compiler, parametersOf(document, operation), operation, document.components?.schemas),
      responses: responseShapes(compiler, projectionOf, operation),
    }
    compiled.set(operation, shapes)
    return shapes
  }
  known.set(document, byRegion.set(region, shapesOf))
  return shapesOf
}

const objectOf = (parameters: readonly DocumentParameter[], nameOf: (name: string) => string = (name) => name) => ({
  type: 'object',
  properties: Object.fromEntries(parameters.map((parameter) => [nameOf(parameter.name), parameter.schema])),
  required: parameters.filter((parameter) => parameter.required === true).map((parameter) => nameOf(parameter.name)),
})

const requestShape = (
  compiler: SchemaCompiler,
  parameters: readonly DocumentParameter[],
  operation: DocumentOperation,
  schemas: Schemas,
): RequestShape => {
  const inPath = parameters.filter((parameter) => parameter.in === 'path')
  const inQuery = parameters.filter((parameter) => parameter.in === 'query')
  const inHeader = parameters.filter((parameter) => parameter.in === 'header')
  const [content] = Object.entries(operation.requestBody?.content ?? {})
  return {
    path: inPath.length === 0 ? null : compiler.parameters(objectOf(inPath)),
    query:
      inQuery.length === 0
        ? null
        : {
            validate: compiler.parameters(objectOf(inQuery)),
            parameters: new Map(inQuery.map((each) => [each.name, parameterShape(each, schemas)])),
          },
    headers:
      inHeader.length === 0
        ? null
        : {
            validate: compiler.parameters(objectOf(inHeader, (name) => name.toLowerCase())),
            names: inHeader.map((each) => each.name.toLowerCase()),
          },
    body:
      content === undefined
        ? null
        : {
            type: content[0],
            required: operation.requestBody?.required === true,
            validate: isParsed(content[0]) ? compiler.body(content[1].schema ?? {}) : null,
          },
  }
}

const isParsed = (type: string): boolean => isJson(type) || type === 'application/x-www-form-urlencoded'
const isJson = (type: string): boolean => type === 'application/json' || type.endsWith('+json')

type Schemas = NonNullable<Contract['document']['components']>['schemas']

const parameterShape = ({ name, schema, explode }: DocumentParameter, schemas: Schemas): ParameterShape => {
  const isList = schema['type'] === 'array'
  const isFree = isFreeText(isList ? (schema['items'] as Schema) : schema, schemas)
  return { name, isList, commas: isList && explode === false, isFree }
}

const closedTypes: ReadonlySet<unknown> = new Set(['integer', 'number', 'boolean'])
const closedFormats: ReadonlySet<unknown> = new Set(['date', 'date-time'])
/** Opaque ids. What is recorded of an access, such as the id in a path, may be any text. */
const idSchema = '#/components/schemas/Id'

/** Whether a value may be anything: it is of no vocabulary, and no number, time or id. */
const isFreeText = (schema: Schema, schemas: Schemas): boolean => {
  const reference = schema['$ref']
  if (reference === idSchema) return false
  if (typeof reference === 'string') {
    const named = schemas?.[reference.slice(reference.lastIndexOf('/') + 1)]
    return named === undefined || isFreeText(named, schemas)
  }
  return schema['enum'] === undefined && !closedTypes.has(schema['type']) && !closedFormats.has(schema['format'])
}

const responseShapes = (
  compiler: SchemaCompiler,
  projectionOf: ReturnType<typeof createProjections>,
  operation: DocumentOperation,
): ReadonlyMap<number, ResponseShape> => {
  const shapes = new Map<number, ResponseShape>()
  for (const [status, response] of Object.entries(operation.responses)) {
    if (!/^2\d\d$/.test(status)) continue
    const [content] = Object.entries(response.content ?? {})
    const schema = content !== undefined && isJson(content[0]) ? (content[1].schema ?? {}) : null
    shapes.set(Number(status), {
      type: content?.[0] ?? null,
      validate: schema && compiler.response(schema),
      projection: schema && projectionOf(schema),
    })
  }
  return shapes
}
