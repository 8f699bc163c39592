import { randomUUID } from 'node:crypto'

/** One complete response. */
export interface TestResponse<Body = TestBody> {
  readonly status: number
  readonly headers: Headers
  /** Parsed if it is JSON, else the text; undefined if empty. */
  readonly body: Body
}

// oxlint-disable-next-line typescript/no-explicit-any -- a test asserts on what it finds; typed responses would repeat every assertion
export type TestBody = any

export interface TestRequest {
  readonly headers?: Readonly<Record<string, string>>
  /** Generated for every POST unless given; null sends none. */
  readonly idempotencyKey?: string | null
}

/** A client that uses real HTTP and the session for which it was created. */
export interface TestClient {
  get(path: string, request?: TestRequest): Promise<TestResponse>
  post(path: string, body?: unknown, request?: TestRequest): Promise<TestResponse>
  put(path: string, body?: unknown, request?: TestRequest): Promise<TestResponse>
  patch(path: string, body?: unknown, request?: TestRequest): Promise<TestResponse>
  delete(path: string, request?: TestRequest): Promise<TestResponse>
  /** Like `fetch`, with the session's headers added. */
  fetch(path: string, init?: RequestInit): Promise<Response>
}

export interface TestClientOptions {
  readonly url: string
  /** Called before each request: tokens live for minutes, and tests move the clock by hours. */
  readonly accessToken: (() => Promise<string>) | null
  readonly origin: string | null
}

const read = async (response: Response): Promise<TestResponse> => {
  const text = await response.text()
  const isJson = /\bjson\b/.test(response.headers.get('content-type') ?? '')
  return {
    status: response.status,
    headers: response.headers,
    body: text === '' ? undefined : isJson ? JSON.parse(text) : text,
  }
}

export const createTestClient = ({ url, accessToken, origin }: TestClientOptions): TestClient => {
  const ownHeaders = async (): Promise<Record<string, string>> => ({
    ...(accessToken === null ? {} : { authorization: `Bearer ${await accessToken()}` }),
    ...(origin === null ? {} : { origin }),
  })
  const send = async (
    method: string,
    path: string,
    body: unknown,
    { headers = {}, idempotencyKey }: TestRequest = {},
  ): Promise<TestResponse> => {
    const key = idempotencyKey === undefined && method === 'POST' ? randomUUID() : idempotencyKey
    const response = await fetch(url + path, {
      method,
      headers: {
        ...(await ownHeaders()),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(key == null ? {} : { 'idempotency-key': key }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    return read(response)
  }
  return {
    get: (path, request) => send('GET', path, undefined, request),
    post: (path, body, request) => send('POST', path, body, request),
    put: (path, body, request) => send('PUT', path, body, request),
    patch: (path, body, request) => send('PATCH', path, body, request),
    delete: (path, request) => send('DELETE', path, undefined, request),
    fetch: async (path, init = {}) => {
      const headers = new Headers(init.headers)
      for (const [name, value] of Object.entries(await ownHeaders())) if (!headers.has(name)) headers.set(name, value)
      return fetch(url + path, { ...init, headers })
    },
  }
}
