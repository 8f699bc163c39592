import { httpMethods, type OpenApiDocument, type OpenApiOperation, type OpenApiSchema } from './lint-contract.ts'

interface Parameter {
  readonly $ref?: string
  readonly name: string
  readonly in: 'path' | 'query' | 'header'
  readonly required?: boolean
  readonly explode?: boolean
  readonly schema: OpenApiSchema
}
export interface ClientOperation extends OpenApiOperation {
  readonly parameters?: readonly Parameter[]
}
export interface ClientDocument extends OpenApiDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, ClientOperation>>>>
  readonly components: OpenApiDocument['components'] & { readonly parameters?: Readonly<Record<string, Parameter>> }
}

/** One method of the client, read from the document. */
export interface ClientMethod {
  readonly resource: string
  readonly name: string
  readonly id: string
  readonly http: string
  readonly path: string
  readonly operation: ClientOperation
  readonly pathParameters: readonly string[]
  readonly query: 'none' | 'optional' | 'required'
  /** Media type of a body that is a file; null for JSON and for none. */
  readonly sends: string | null
  /** TypeScript of the body; null when there is none. */
  readonly body: string | null
  /** TypeScript of one item, for paged lists. */
  readonly item: string | null
  /** Each page says how many items there are in all. */
  readonly isCounted: boolean
  readonly response: string
  /** Media type of a response that is a file; null for JSON and for an empty response. */
  readonly file: string | null
}

/** Resources that the SDK writes by hand: the live connection, reads that are sent together, and webhooks that vendors send to the server. */
const handWritten = new Set(['live', 'reads', 'webhooks'])

const last = (reference: string): string => reference.split('/').at(-1) ?? ''

const parametersOf = (document: ClientDocument, operation: ClientOperation): Parameter[] =>
  (operation.parameters ?? []).map((parameter) => {
    if (!parameter.$ref) return parameter
    const found = document.components.parameters?.[last(parameter.$ref)]
    if (!found) throw new Error(`${operation.operationId}: ${parameter.$ref} is not in the document.`)
    return found
  })

/** The item type of a page: a response with `items` and `nextCursor` to a query with `cursor`. */
const itemOf = (schema: OpenApiSchema | undefined, query: readonly Parameter[]): string | null => {
  const members = [schema, ...(schema?.allOf ?? [])]
  const items = members.map((member) => member?.properties?.['items']?.items).find((found) => found)
  const paged =
    members.some((member) => member?.properties?.['nextCursor']) && query.some(({ name }) => name === 'cursor')
  return paged && items?.$ref ? last(items.$ref) : null
}

const hasCount = (schema: OpenApiSchema | undefined): boolean =>
  [schema, ...(schema?.allOf ?? [])].some((member) => member?.properties?.['count'])

const readMethod = (
  document: ClientDocument,
  path: string,
  http: string,
  operation: ClientOperation,
): ClientMethod | null => {
  const id = operation.operationId ?? ''
  const [resource = '', name = ''] = (operation['x-method'] ?? '').split('.')
  const [requestType] = Object.keys(operation.requestBody?.content ?? {})
  if (handWritten.has(resource) || requestType?.includes('form')) return null
  const parameters = parametersOf(document, operation)
  const query = parameters.filter((parameter) => parameter.in === 'query')
  for (const parameter of query)
    if (parameter.schema.type === 'array' && parameter.explode !== false)
      throw new Error(
        `${id}: the client joins lists with commas, so ${parameter.name} needs @query(#{ explode: false }).`,
      )
  const [, response] = Object.entries(operation.responses).find(([code]) => code.startsWith('2')) ?? []
  const [type, content] = Object.entries(response?.content ?? {})[0] ?? []
  const schema = content?.schema
  const bodySchema = operation.requestBody?.content[requestType ?? '']?.schema
  const pathParameters = [...path.matchAll(/\{(\w+)\}/g)].map(([, parameter]) => parameter ?? '')
  return {
    resource,
    name,
    id,
    http,
    path: path.replace(/^\/v1\//, ''),
    operation,
    pathParameters,
    query: query.some((parameter) => parameter.required) ? 'required' : query.length > 0 ? 'optional' : 'none',
    body: bodySchema ? (bodySchema.$ref ? last(bodySchema.$ref) : `Body<'${id}'>`) : null,
    sends: requestType && !requestType.includes('json') ? requestType : null,
    item: itemOf(schema, query),
    isCounted: hasCount(schema),
    file: type && !type.includes('json') ? type : null,
    response: !type
      ? 'void'
      : !type.includes('json')
        ? 'Blob'
        : schema?.$ref
          ? last(schema.$ref)
          : `OperationResponse<'${id}'>`,
  }
}

/** The methods of the client, in the order of the document. */
export const methodsOf = (document: ClientDocument): ClientMethod[] =>
  Object.entries(document.paths).flatMap(([path, item]) =>
    httpMethods.flatMap((http) => {
      const operation = item[http]
      return (operation && readMethod(document, path, http, operation)) ?? []
    }),
  )
