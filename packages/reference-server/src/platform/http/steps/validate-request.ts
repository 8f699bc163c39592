import { isUuid } from '../../database/ids/require-uuid.ts'
import type { Exchange, HandlerInput } from '../exchange.ts'
import { faultyProperties } from '../faulty-properties.ts'
import { faultyRequest, malformedRequest } from '../faulty-request.ts'
import type { Step } from '../pipeline-step.ts'
import type { FaultyProperty } from '../../problems/problem.ts'
import { defaultBodyLimits, parseForm, parseJson, readBytes, requireMediaType } from '../read-body.ts'
import type { ParameterShape, RequestShape } from '../route.ts'

const nothing = Object.freeze({})
const noBytes = new Uint8Array(0)

const pointTo =
  (part: string) =>
  (pointer: string): string =>
    `${part}:${pointer.slice(1).replaceAll('~1', '/').replaceAll('~0', '~')}`

const readQuery = (
  search: string,
  parameters: ReadonlyMap<string, ParameterShape>,
  faults: FaultyProperty[],
): Record<string, unknown> => {
  const query: Record<string, unknown> = {}
  if (search === '') return query
  for (const [name, value] of new URLSearchParams(search)) {
    const shape = parameters.get(name)
    if (shape === undefined) {
      faults.push({
        pointer: `query:${name.slice(0, 64)}`,
        code: 'unknown_property',
        message: 'This parameter is not known.',
      })
    } else if (value.includes('\0')) {
      faults.push({ pointer: `query:${name}`, code: 'unsupported_character', message: 'Must be text without U+0000.' })
    } else if (shape.isList) {
      const given = shape.commas ? value.split(',') : [value]
      query[name] = [...((query[name] as string[] | undefined) ?? []), ...given]
    } else if (name in query) {
      faults.push({ pointer: `query:${name}`, code: 'repeated', message: 'Must be given once.' })
    } else query[name] = value
  }
  return query
}

const noParameters: ReadonlyMap<string, ParameterShape> = new Map()

/** Ids may be sent in upper case (RFC 9562, section 4). All later code uses the canonical lower-case form. */
const inTheirForm = (given: Exchange['pathParameters']): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(given).map(([name, value]) => [
      name,
      value !== undefined && isUuid(value) ? value.toLowerCase() : value,
    ]),
  )

/** Parses parameters to the types of the contract and adds their faults to `faults`. */
const readParameters = (exchange: Exchange, shape: RequestShape, faults: FaultyProperty[]) => {
  const path = inTheirForm(exchange.pathParameters)
  if (shape.path !== null && !shape.path(path))
    faults.push(...faultyProperties(shape.path.errors ?? [], pointTo('path')))
  let query: Record<string, unknown> = nothing
  if (shape.query !== null || exchange.search !== '') {
    query = readQuery(exchange.search, shape.query?.parameters ?? noParameters, faults)
    if (shape.query !== null && !shape.query.validate(query))
      faults.push(...faultyProperties(shape.query.validate.errors ?? [], pointTo('query')))
  }
  return { path, query, headers: readHeaders(exchange, shape, faults) }
}

const readHeaders = (exchange: Exchange, shape: RequestShape, faults: FaultyProperty[]): Record<string, string> => {
  // A webhook's signature is in a header that the vendor chooses and the contract does not declare.
  if (exchange.route.anonymous) {
    const all: Record<string, string> = {}
    for (const [name, value] of Object.entries(exchange.request.headers))
      if (typeof value === 'string') all[name] = value
    return all
  }
  const headers: Record<string, string> = {}
  for (const name of shape.headers?.names ?? []) {
    const value = exchange.header(name)
    if (value !== undefined) headers[name] = value
  }
  if (shape.headers !== null && !shape.headers.validate(headers))
    faults.push(...faultyProperties(shape.headers.validate.errors ?? [], pointTo('header')))
  const { 'user-agent': userAgent, 'accept-language': acceptLanguage } = exchange.request.headers
  if (userAgent !== undefined) headers['user-agent'] = userAgent
  if (acceptLanguage !== undefined) headers['accept-language'] = acceptLanguage
  return headers
}

const isForm = (type: string): boolean => type === 'application/x-www-form-urlencoded'

const readBody = async (
  exchange: Exchange,
  shape: RequestShape,
  faults: FaultyProperty[],
): Promise<{ body: unknown; rawBody: Uint8Array }> => {
  if (shape.body === null) return { body: undefined, rawBody: noBytes }
  const { type, required, validate } = shape.body
  const length = exchange.request.headers['content-length']
  const isAbsent =
    exchange.request.headers['transfer-encoding'] === undefined && (length === undefined || length === '0')
  if (isAbsent && !required) return { body: undefined, rawBody: noBytes }
  if (!isAbsent) requireMediaType(exchange.request.headers['content-type'], type)
  const rawBody = isAbsent
    ? noBytes
    : // A slow client delays only itself.
      await exchange.yieldSlotWhile(() =>
        readBytes(exchange.request, exchange.route.declaration.bodyLimit ?? defaultBodyLimits.bytes),
      )
  if (validate === null) return { body: rawBody, rawBody }
  const body = isForm(type) ? parseForm(rawBody) : parseJson(rawBody, defaultBodyLimits)
  if (!validate(body)) faults.push(...faultyProperties(validate.errors ?? []))
  return { body, rawBody }
}

const keyFormat = /^[\x21-\x7e]{16,255}$/

/** Reads the request and validates it against the contract. Names every faulty property, and never its value. */
export const validateRequest = (): Step => ({
  name: 'validate-request',
  run: async (exchange, next) => {
    const shape = exchange.route.request
    const faults: FaultyProperty[] = []
    const { path, query, headers } = readParameters(exchange, shape, faults)
    const { body, rawBody } = await readBody(exchange, shape, faults)
    const key = exchange.request.headers['idempotency-key']
    if (exchange.route.declaration.idempotent && key !== undefined && (typeof key !== 'string' || !keyFormat.test(key)))
      faults.push({
        pointer: 'header:idempotency-key',
        code: 'wrong_format',
        message: 'Must be 16 to 255 visible characters.',
      })
    if (faults.length > 0) throw isForm(shape.body?.type ?? '') ? malformedRequest(faults) : faultyRequest(faults)
    const input: HandlerInput = { path, query, body, headers, rawBody, address: exchange.address }
    exchange.input = input
    return next(exchange)
  },
})
