import { randomUUID } from 'node:crypto'
import { operations, type OperationId } from '@visitkit/contract/operations'
import type { TestClient } from '../../packages/reference-server/src/platform/http/tests/http-client.testing.ts'

/** What is sent, for any operation. */
export interface AnyRequest {
  readonly path?: unknown
  readonly query?: unknown
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

export interface Answer {
  readonly status: number
  readonly requestId: string
  readonly contentType: string | null
  readonly text: string
  /** Parsed when it is JSON. */
  readonly body: unknown
}

type Values = Readonly<Record<string, unknown>>

/** The address of an operation with these parameters. */
export const addressOf = (id: OperationId, { path, query }: AnyRequest): string => {
  const filled = operations[id].path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String((path as Values | undefined)?.[name])),
  )
  const given = Object.entries((query ?? {}) as Values).filter(([, value]) => value !== undefined)
  const search = new URLSearchParams(given.map(([name, value]) => [name, String(value)]))
  return given.length === 0 ? filled : `${filled}?${search}`
}

/** Sends an operation as the contract describes it, and reads the response; of a stream, only its beginning. */
export const send = async (by: TestClient, id: OperationId, request: AnyRequest): Promise<Answer> => {
  const { method, requestType, idempotent, contentType: declared } = operations[id]
  const isForm = requestType === 'application/x-www-form-urlencoded'
  const encoded = isForm
    ? new URLSearchParams(request.body as Record<string, string>).toString()
    : request.body instanceof Uint8Array || !/json/.test(requestType ?? 'json')
      ? (request.body as Uint8Array<ArrayBuffer>)
      : JSON.stringify(request.body)
  const stop = new AbortController()
  const response = await by.fetch(addressOf(id, request), {
    method: method.toUpperCase(),
    headers: {
      ...(requestType === null ? {} : { 'content-type': requestType }),
      ...(idempotent ? { 'idempotency-key': randomUUID() } : {}),
      ...request.headers,
    },
    ...(requestType === null ? {} : { body: encoded }),
    signal: stop.signal,
  })
  const contentType = response.headers.get('content-type')
  const isStream = declared === 'text/event-stream' && response.ok
  const text = isStream ? '' : await response.text()
  if (isStream) stop.abort()
  return {
    status: response.status,
    requestId: response.headers.get('x-request-id') ?? '',
    contentType,
    text,
    body: text !== '' && /\bjson\b/.test(contentType ?? '') ? JSON.parse(text) : undefined,
  }
}
