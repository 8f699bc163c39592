import { operations, type OperationId } from '@visitkit/contract/operations'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { registerOrganization } from '../cli/register-organization.ts'
import { composeServer, type ComposedServer } from '../compose-server.ts'
import { readConfig } from '../config.ts'
import { newId } from '../platform/database/ids/new-id.ts'
import type { Logger } from '../platform/logging/logger.ts'
import { lakesideHealth, portalOrigin, prepareServerFixture, type ServerFixture } from './compose-server.testing.ts'
import { bodies, headerSets, methods, queries, segments } from './hostile-requests.testing.ts'
import { sendRaw, type RawRequest } from './raw-request.testing.ts'

/**
 * What anyone on the internet can send without a credential: to each route, and to none. No request is answered with a status of 500 or
 * above, is left without a response, or makes the server log a fault of its own.
 */
let place: ServerFixture
let server: ComposedServer
let port: number
const organizationId = newId()
const faults: string[] = []
const logger: Logger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: (event, fields) => void faults.push(`${event} ${JSON.stringify(fields)}`),
}

beforeAll(async () => {
  place = await prepareServerFixture('postgres')
  // Each request is from another address, so that rate limits do not answer instead.
  const config = readConfig({ ...place.environment, VISITKIT_TRUSTED_PROXIES: '1' })
  server = await composeServer(config, { logger })
  await registerOrganization(server, lakesideHealth(organizationId, { clientId: 'lakeside-portal' }))
  await server.identity.clients.refreshOrigins()
  port = (await server.listen()).port
})
afterAll(async () => {
  await server?.close()
  await place?.remove()
})

let sent = 0
const address = (): string => `10.${(sent >> 16) & 255}.${(sent >> 8) & 255}.${sent++ & 255}`
const send = ({ headers = [], ...request }: RawRequest) =>
  sendRaw(port, { ...request, headers: [['x-forwarded-for', address()], ...headers] })

const shown = ({ method, target, headers = [], body = '' }: RawRequest): string =>
  `${method} ${target.slice(0, 120)} ${JSON.stringify(headers).slice(0, 200)} ${Buffer.from(body).toString('latin1').slice(0, 120)}`

/** Of a method that asks for a tunnel, Node closes the connection. Everything else is answered. */
const isAnswered = (method: string, status: number | null): boolean =>
  status === null ? method === 'CONNECT' : status < 500

const expectAnswers = async (requests: readonly RawRequest[]): Promise<ReadonlyMap<number | null, number>> => {
  const counts = new Map<number | null, number>()
  const wrong: string[] = []
  const waiting = requests.values()
  const work = async (): Promise<void> => {
    for (const request of waiting) {
      const { status } = await send(request)
      counts.set(status, (counts.get(status) ?? 0) + 1)
      if (!isAnswered(request.method, status)) wrong.push(`${status} to ${shown(request)}`)
    }
  }
  await Promise.all(Array.from({ length: 16 }, work))
  expect(wrong.slice(0, 20)).toEqual([])
  expect(faults).toEqual([])
  return counts
}

const ids = Object.keys(operations) as OperationId[]
const methodOf = (id: OperationId): string => operations[id].method.toUpperCase()
const pathOf = (id: OperationId, segment: string): string =>
  operations[id].path.replaceAll(/\{organizationId\}/g, organizationId).replaceAll(/\{[^{}]+\}/g, segment)
const isOpen = (id: OperationId): boolean => operations[id].permission === 'none'
const form = 'application/x-www-form-urlencoded'

describe('a request without a credential', () => {
  it('to any route, with any method and a path that is no path, is answered below 500', async () => {
    const counts = await expectAnswers(
      ids.flatMap((id) => [
        ...segments.map((segment) => ({ method: methodOf(id), target: pathOf(id, segment) })),
        ...methods.map((method) => ({ method, target: pathOf(id, newId()) })),
        ...queries.map((query) => ({ method: methodOf(id), target: `${pathOf(id, newId())}?${query}` })),
      ]),
    )
    // Without a session the routes show nothing.
    expect([...counts.keys()].filter((status) => status !== null && status >= 200 && status < 300)).toEqual([204])
  })

  it('to any route, with headers that are out of order, is answered below 500', async () => {
    await expectAnswers(
      ids.flatMap((id) =>
        headerSets.map((headers) => ({
          method: methodOf(id),
          target: pathOf(id, newId()),
          headers,
          ...(operations[id].requestType !== null && { body: '{}' }),
        })),
      ),
    )
  })

  it('to the routes that are open to anyone, with any body in any type, is answered below 500', async () => {
    const types = ['application/json', form, 'application/xml', 'text/plain', 'multipart/form-data; boundary=', '']
    await expectAnswers(
      ids.filter(isOpen).flatMap((id) =>
        [...types, operations[id].requestType ?? ''].flatMap((type) =>
          bodies.map((body) => ({
            method: methodOf(id),
            target: pathOf(id, 'daily'),
            headers: [['content-type', type]] as const,
            body,
          })),
        ),
      ),
    )
  })

  it('to the token endpoint, with credentials that are none, is answered below 500', async () => {
    const jwt = (header: unknown, payload: unknown): string =>
      `${[header, payload].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')}.AAAA`
    const tokens = [
      jwt({ alg: 'none' }, { iss: 'https://issuer.example' }),
      jwt({ alg: 'RS256', typ: 5 }, { iss: ['a'] }),
      jwt({ alg: 'RS256', kid: { a: 1 } }, { iss: 5 }),
      jwt({ alg: 'ES256' }, { iss: 'https://a.example/\0' }),
      jwt([], null),
      'a.b.c',
      '..',
    ]
    const names = [
      'lakeside-portal',
      'a\0b',
      '%00',
      '\u{1f600}',
      "' or 1=1 --",
      'x'.repeat(5_000),
      '\ud800',
      '__proto__',
    ]
    await expectAnswers(
      names.flatMap((name) =>
        [name, `${name}:`, `${name}:secret`, `${name}:\0`].flatMap((credentials) =>
          tokens.map((token) => ({
            method: 'POST',
            target: '/v1/token',
            headers: [
              ['authorization', `Basic ${Buffer.from(credentials).toString('base64')}`],
              ['content-type', form],
              ['origin', portalOrigin],
            ] as const,
            body: `grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Atoken-exchange&subject_token=${token}`,
          })),
        ),
      ),
    )
  })

  it('with bytes that no one planned, is answered below 500', async () => {
    const line = fc.string({ unit: fc.constantFrom(...'/%?&=#.:;@[]{}\\\'"`~^|<>+*!$,-_aZ09\u00e9'), maxLength: 60 })
    const requests = fc.sample(
      fc.record({
        method: fc.constantFrom(...methods),
        target: fc.oneof(
          line.map((text) => `/${text}`),
          line.map((text) => `/v1/${text}`),
          line.map((text) => `http://visits.example/v1/${text}`),
          fc.constantFrom(
            '*',
            '//',
            '//evil.example/v1/session',
            'http://',
            'https://evil.example/v1/session',
            '?',
            '/v1',
            '/health/%',
          ),
        ),
        version: fc.constantFrom('1.0' as const, '1.1' as const),
        headers: fc.array(
          fc.tuple(
            fc.constantFrom(
              'authorization',
              'content-type',
              'accept',
              'origin',
              'traceparent',
              'x-request-id',
              'cookie',
            ),
            line,
          ),
          { maxLength: 3 },
        ),
        body: fc.oneof(fc.constant(''), fc.string({ maxLength: 200 })),
      }),
      { numRuns: 1_500, seed: 20_261_129 },
    )
    await expectAnswers(requests)
  })
})

describe('an offer to upgrade', () => {
  const h2c = [
    ['connection', 'Upgrade, HTTP2-Settings'],
    ['upgrade', 'h2c'],
    ['http2-settings', 'AAMAAABkAAQAAP__'],
  ] as const
  const statusOf = async (request: RawRequest): Promise<number | null> => (await send(request)).status

  it('to HTTP/2 is ignored, and the request is answered as without it (RFC 9110, 7.8)', async () => {
    expect(await statusOf({ method: 'GET', target: '/health/live', headers: h2c })).toBe(200)
    expect(await statusOf({ method: 'GET', target: '/v1/session', headers: h2c })).toBe(401)
    const { status, text } = await send({
      method: 'POST',
      target: '/v1/token',
      headers: [...h2c, ['content-type', form]],
      body: 'grant_type=client_credentials',
    })
    expect([status, text]).toEqual([401, expect.stringContaining('invalid_client')])
  })

  it('to a WebSocket is answered at its own path, and nowhere else', async () => {
    const webSocket = [
      ['connection', 'Upgrade'],
      ['upgrade', 'websocket'],
      ['sec-websocket-version', '13'],
      ['sec-websocket-key', 'AAAAAAAAAAAAAAAAAAAAAA=='],
    ] as const
    expect(await statusOf({ method: 'GET', target: '/v1/live', headers: webSocket })).toBe(400)
    expect(await statusOf({ method: 'GET', target: '/v1/session', headers: webSocket })).toBe(404)
  })
})
