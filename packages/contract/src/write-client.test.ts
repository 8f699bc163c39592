import { describe, expect, test } from 'vitest'
import type { OpenApiDocument } from './lint-contract.ts'
import { writeClient } from './write-client.ts'

const answer = (schema?: object, type = 'application/json') => ({
  responses: { '200': { content: schema ? { [type]: { schema } } : {} }, default: {} },
})
const thing = { $ref: '#/components/schemas/Thing' }
const cursor = { name: 'cursor', in: 'query', schema: { type: 'string' } }
const paged = {
  type: 'object',
  properties: { items: { type: 'array', items: thing }, nextCursor: { type: ['string', 'null'] } },
}
const thingId = { name: 'thingId', in: 'path', required: true, schema: { type: 'string' } }

/** A document with one operation. */
const documentOf = (
  path: string,
  http: string,
  operation: object,
  schemas: object = { Thing: { type: 'object', description: 'A thing.' } },
) =>
  ({
    paths: {
      [path]: {
        [http]: {
          operationId: 'doIt',
          description: 'Does it.',
          'x-method': 'things.doIt',
          'x-permission': 'thing:do',
          ...operation,
        },
      },
    },
    components: { schemas, parameters: { cursor } },
  }) as unknown as OpenApiDocument

const resources = (...parameters: Parameters<typeof documentOf>): string =>
  writeClient(documentOf(...parameters))['resources.ts']

describe('methods', () => {
  test.each<[name: string, parameters: Parameters<typeof documentOf>, signature: string, call: string]>([
    [
      'one thing is read by its id',
      ['/v1/things/{thingId}', 'get', { parameters: [thingId], ...answer(thing) }],
      'doIt(thingId: string, options?: RequestOptions): Promise<Thing>',
      "doIt: (thingId, options) => calls.call('get', path`things/${thingId}`, options),",
    ],
    [
      'a required query is not optional',
      [
        '/v1/things',
        'get',
        { parameters: [{ name: 'kind', in: 'query', required: true, schema: {} }], ...answer(thing) },
      ],
      'doIt(query: DoItQuery, options?: RequestOptions): Promise<Thing>',
      "doIt: (query, options) => calls.call('get', 'things', options, undefined, query),",
    ],
    [
      'a response with items and a cursor is a list of pages',
      ['/v1/things', 'get', { parameters: [{ $ref: '#/components/parameters/cursor' }], ...answer(paged) }],
      'doIt(query?: DoItQuery | undefined, options?: RequestOptions): Pages<Thing>',
      "doIt: (query, options) => calls.list('get', 'things', options, undefined, query),",
    ],
    [
      'items without a cursor are returned unchanged',
      ['/v1/things', 'get', answer({ ...paged, properties: { items: paged.properties.items } })],
      "doIt(options?: RequestOptions): Promise<OperationResponse<'doIt'>>",
      "doIt: (options) => calls.call('get', 'things', options),",
    ],
    [
      'a search by POST is a list that may be retried',
      [
        '/v1/things/search',
        'post',
        {
          'x-audit': { action: 'search' },
          parameters: [cursor],
          requestBody: { content: { 'application/json': { schema: thing } } },
          ...answer(paged),
        },
      ],
      'doIt(body: Thing, query?: DoItQuery | undefined, options?: RequestOptions): Pages<Thing>',
      "doIt: (body, query, options) => calls.list('ask', 'things/search', options, body, query),",
    ],
    [
      'a file is sent with its query',
      [
        '/v1/things/{thingId}',
        'put',
        {
          parameters: [thingId, { name: 'part', in: 'query', required: true, schema: {} }],
          requestBody: { content: { 'application/octet-stream': { schema: {} } } },
          ...answer(thing),
        },
      ],
      "doIt(thingId: string, body: Body<'doIt'>, query: DoItQuery, options?: RequestOptions): Promise<Thing>",
      "headers: { ...options?.headers, 'content-type': 'application/octet-stream' },\n    }, undefined, query),",
    ],
    [
      'an idempotent POST is retried with a key',
      [
        '/v1/things',
        'post',
        { 'x-idempotent': true, requestBody: { content: { 'application/json': { schema: thing } } }, ...answer(thing) },
      ],
      'doIt(body: Thing, options?: RequestOptions): Promise<Thing>',
      "doIt: (body, options) => calls.call('repeat', 'things', options, body),",
    ],
    [
      'any other POST is sent once',
      ['/v1/things/{thingId}/poke', 'post', { parameters: [thingId], ...answer() }],
      'doIt(thingId: string, options?: RequestOptions): Promise<void>',
      "doIt: (thingId, options) => calls.call('post', path`things/${thingId}/poke`, options),",
    ],
    [
      'a body without its own name is typed by its operation',
      [
        '/v1/things',
        'patch',
        { requestBody: { content: { 'application/json': { schema: { type: 'object' } } } }, ...answer(thing) },
      ],
      "doIt(body: Body<'doIt'>, options?: RequestOptions): Promise<Thing>",
      "doIt: (body, options) => calls.call('patch', 'things', options, body),",
    ],
    [
      'a file is a Blob',
      ['/v1/things/file', 'get', answer({ type: 'string' }, 'application/pdf')],
      'doIt(options?: RequestOptions): Promise<Blob>',
      "doIt: (options) => calls.call('get', 'things/file', options),",
    ],
  ])('%s', (_, parameters, signature, call) => {
    const source = resources(...parameters)
    expect(source).toContain(`  ${signature}\n`)
    expect(source).toContain(`  ${call}\n`)
  })

  test('leaves out resources that are written by hand, and responses that are not JSON', () => {
    for (const operation of [
      { 'x-method': 'live.doIt' },
      { 'x-method': 'webhooks.doIt' },
      { requestBody: { content: { 'application/x-www-form-urlencoded': { schema: thing } } } },
    ])
      expect(
        writeClient(documentOf('/v1/things', 'post', { ...answer(thing), ...operation }))['routes.ts'],
      ).not.toContain('doIt')
  })
})

describe('documentation', () => {
  test('a method has its effect, its permission, its special rules and its problem codes', () => {
    const sources = writeClient(
      documentOf('/v1/things', 'post', {
        'x-idempotent': true,
        'x-by-person': true,
        'x-step-up': true,
        'x-passive': true,
        'x-problems': ['thing_taken', 'thing_gone', 'thing_odd'],
        ...answer(thing),
      }),
    )
    for (const line of [
      'Does it.',
      'Requires the permission `thing:do`.',
      'A person does it: a client that signed in for itself is refused with `person_required`.',
      'Requires authentication within the last five minutes, or fails with `step_up_required`.',
      'Safe to retry: one idempotency key per call is kept through renewals and retries.',
      'Does not count as user activity.',
      '@throws {VisitError} `thing_taken`, `thing_gone` or `thing_odd`, in addition to the common codes.',
      '@see `POST /v1/things` (`doIt`)',
    ])
      expect(sources['resources.ts']).toContain(`   * ${line}\n`)
    expect(sources['problem-codes.ts']).toContain("  'things.doIt': 'thing_gone' | 'thing_odd' | 'thing_taken'\n")
  })

  test('a description cannot end its comment early, and long ones are wrapped', () => {
    const source = resources('/v1/things', 'get', {
      description: `Ends here */ or not. ${'word '.repeat(40)}`,
      ...answer(thing),
    })
    expect(source).toContain('Ends here *\\/ or not.')
    const lines = source.split('\n').filter((line) => line.startsWith('   *'))
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(120)
  })

  test('a model has its own comment', () => {
    expect(writeClient(documentOf('/v1/things', 'get', answer(thing)))['models.ts']).toContain(
      "/** A thing. */\nexport type Thing = Schemas['Thing']\n",
    )
  })
})

describe('refuses what the client cannot do', () => {
  test('a list in a query that is not joined by commas', () => {
    const parameters = [{ name: 'kinds', in: 'query', schema: { type: 'array' } }]
    expect(() => resources('/v1/things', 'get', { parameters, ...answer(thing) })).toThrow(
      /kinds needs @query\(#\{ explode: false \}\)/,
    )
  })

  test('a parameter that the document does not have', () => {
    const parameters = [{ $ref: '#/components/parameters/missing' }]
    expect(() => resources('/v1/things', 'get', { parameters, ...answer(thing) })).toThrow(/not in the document/)
  })

  test.each(['Pages', 'ThingsApi'])('a schema named %s, which the client needs for itself', (name) => {
    expect(() => resources('/v1/things', 'get', answer(thing), { Thing: {}, [name]: {} })).toThrow(new RegExp(name))
  })
})
