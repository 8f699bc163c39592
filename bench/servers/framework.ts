import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { bodyParser } from '@koa/bodyparser'
import Router from '@koa/router'
import { Ajv } from 'ajv'
import fastify from 'fastify'
import Koa from 'koa'
import { createApp } from '../../packages/reference-server/src/platform/http/create-app.ts'
import { bindOperations } from '../../packages/reference-server/src/platform/http/bind-operations.ts'
import type { Contract, OperationDeclaration } from '../../packages/reference-server/src/platform/http/contract.ts'
import type { BoundOperation } from '../../packages/reference-server/src/platform/contracts/operation.ts'
import type { Step } from '../../packages/reference-server/src/platform/http/pipeline-step.ts'
import { authenticateSession } from '../../packages/reference-server/src/platform/http/steps/authenticate-session.ts'
import { validateRequest } from '../../packages/reference-server/src/platform/http/steps/validate-request.ts'
import { writeResponse } from '../../packages/reference-server/src/platform/http/steps/write-response.ts'
import { newId } from '../../packages/reference-server/src/platform/database/ids/new-id.ts'
import { createAccessTokens } from '../../packages/reference-server/src/platform/identity/access-tokens.ts'
import { beginSession } from '../../packages/reference-server/src/platform/identity/begin-session.ts'
import { SessionCache } from '../../packages/reference-server/src/platform/identity/session-cache.ts'
import { createSessionGate } from '../../packages/reference-server/src/platform/identity/session-gate.ts'
import { generateSigningKeys } from '../../packages/reference-server/src/platform/identity/signing-keys.ts'
import { TokenCache } from '../../packages/reference-server/src/platform/identity/token-cache.ts'
import { readPolicies } from '../../packages/reference-server/src/platform/http/read-policies.ts'
import { createLogger } from '../../packages/reference-server/src/platform/logging/logger.ts'
import { serveBench } from '../bench-process.ts'

export type FrameworkName = 'ours' | 'raw' | 'fastify' | 'koa-router'
/** The requested route; sixty others come before it. */
export const pathOf = (index: number): string => `/v1/things${index}/{thingId}/acts`
const routeCount = 61
/** Longer than the rounds take. Milliseconds. */
const keepAliveTimeout = 65_000

const bodySchema = {
  type: 'object',
  required: ['patientId', 'start', 'reason'],
  additionalProperties: false,
  properties: {
    patientId: { type: 'string', minLength: 1, maxLength: 64 },
    start: { type: 'string', maxLength: 40 },
    reason: { type: 'string', maxLength: 2000 },
    language: { type: 'string', maxLength: 35 },
  },
} as const

interface Body {
  readonly patientId: string
  readonly start: string
}
const answerTo = (id: string, { patientId, start }: Body): object => ({
  id,
  patientId,
  start,
  status: 'booked',
  version: 1,
})

/**
 * The same work on each framework: match one of 61 routes, find the session of a verified token, read and validate 200 bytes of JSON,
 * return JSON.
 */
await serveBench<{ name: FrameworkName }>(async ({ name }) => {
  const { gate, token } = await signedIn()
  const find = (authorization: string | undefined) => {
    const found = gate.find((authorization ?? '').slice(7), new Date(), '')
    if (found instanceof Promise) throw new Error('the token should be known')
    return found.session
  }
  const begin: Record<FrameworkName, () => Promise<{ url: string; stop: () => Promise<void> }>> = {
    ours: () => listen(ours(gate)),
    raw: () => listen(raw(find)),
    'koa-router': () => listen(koaRouter(find)),
    fastify: async () => {
      const app = fastify({ logger: false, keepAliveTimeout })
      app.addHook('onRequest', async (request) => {
        find(request.headers.authorization)
      })
      for (let index = 0; index < routeCount; index++)
        app.post<{ Params: { thingId: string }; Body: Body }>(
          pathOf(index).replace(/\{(\w+)\}/, ':$1'),
          { schema: { body: bodySchema } },
          async (request, reply) => {
            reply.code(201)
            return answerTo(request.params.thingId, request.body)
          },
        )
      const url = await app.listen({ port: 0, host: '127.0.0.1' })
      return { url, stop: () => app.close() }
    },
  }
  const { url, stop } = await begin[name]()
  return { ready: { url, token }, stop }
})

async function signedIn() {
  const tokens = createAccessTokens(await generateSigningKeys(), 'http://bench.example')
  const sessions = new SessionCache({
    database: {} as never,
    recordEnd: async () => true,
    write: async () => undefined,
    onFailure: () => undefined,
  })
  const tokenCache = new TokenCache()
  const organizationId = newId()
  const person = {
    kind: 'patient',
    personId: newId(),
    roles: ['patient'],
    patientIds: [],
    practitionerId: null,
  } as const
  const now = new Date()
  const session = beginSession(
    readPolicies().sessions,
    person,
    { organizationId, clientId: 'bench', origin: null, authenticatedAt: now },
    now,
  )
  sessions.add(session)
  const claims = { sessionId: session.id, organizationId, expiresAt: now.getTime() + 600_000 }
  const { token, tokenId } = await tokens.sign({ ...claims, personId: person.personId, clientId: 'bench' }, now, 600)
  tokenCache.set(TokenCache.digest(token), { ...claims, tokenId })
  return {
    token,
    gate: createSessionGate({
      sessions,
      tokens,
      tokenCache,
      checkUnproven: (_address, _claim, check) => check(),
      regions: { requireIssuer: () => undefined },
      onFailure: () => undefined,
    }),
  }
}

async function listen(handler: RequestListener) {
  const server = createServer({ keepAliveTimeout }, handler)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: async () => {
      server.closeAllConnections()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}

/** Our application, router, body reader, validator and session gate as they are; steps without a counterpart in the others are omitted. */
function ours(gate: ReturnType<typeof createSessionGate>): RequestListener {
  const operations: Record<string, OperationDeclaration> = {}
  const paths: Record<string, object> = {}
  for (let index = 0; index < routeCount; index++) {
    const id = `act${index}`
    const path = pathOf(index)
    operations[id] = {
      method: 'post',
      path,
      permission: 'thing:act',
      audit: { action: 'create', entity: 'Visit', reason: 'visit' },
      clientMethod: 'things.act',
      cost: 'standard',
      urgency: 'routine',
      idempotent: false,
      byPerson: false,
      stepUp: false,
      activity: false,
      success: 201,
      contentType: 'application/json',
      requestType: 'application/json',
      problems: [],
    }
    paths[path] = {
      post: {
        operationId: id,
        requestBody: { required: true, content: { 'application/json': { schema: bodySchema } } },
        responses: { '201': { content: { 'application/json': { schema: { type: 'object' } } } } },
      },
    }
  }
  const handlers = Object.keys(operations).map((id): BoundOperation => ({
    id: id as BoundOperation['id'],
    read: async () => undefined,
  }))
  const routes = bindOperations({
    contract: { operations, document: { paths } } as unknown as Contract,
    modules: [
      {
        name: 'things',
        accessReason: 'visit',
        migrations: [],
        operations: handlers,
        ports: {},
        emits: [],
        reactions: [],
        live: [],
        recordsOfVisits: null,
        jobs: [],
      },
    ],
    isGranted: () => true,
    rateCostOf: () => ({ rateClass: 'write', units: 2 }),
  })
  const act: Step = {
    name: 'act',
    run: (exchange, next) => {
      exchange.result = { status: 201 }
      exchange.payload = JSON.stringify(
        answerTo(exchange.pathParameters['thingId'] ?? '', exchange.input?.body as Body),
      )
      return next(exchange)
    },
  }
  const readClock: Step = {
    name: 'read-clock',
    run: (exchange, next) => {
      exchange.now = new Date()
      return next(exchange)
    },
  }
  const steps = [readClock, authenticateSession({ gate }), validateRequest(), act, writeResponse()]
  const app = createApp({
    routes,
    steps,
    plain: {},
    logger: createLogger({ level: 'silent' }),
    behindTls: false,
    isRegisteredOrigin: () => false,
  })
  return app.callback()
}

type Find = (authorization: string | undefined) => unknown

/** node:http alone: the reference for the frameworks. */
function raw(find: Find): RequestListener {
  const validate = new Ajv().compile<Body>(bodySchema)
  const pattern = new RegExp(`^/v1/things${routeCount - 1}/([^/]+)/acts$`)
  return (request, response) => {
    const thingId = pattern.exec(request.url ?? '')?.[1]
    find(request.headers.authorization)
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const [only] = chunks
      const body: unknown = JSON.parse((chunks.length === 1 && only ? only : Buffer.concat(chunks)).toString())
      if (thingId === undefined || !validate(body)) {
        response.writeHead(400).end()
        return
      }
      const text = JSON.stringify(answerTo(thingId, body))
      response
        .writeHead(201, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) })
        .end(text)
    })
  }
}

/** The usual Koa: its router and its body parser. */
function koaRouter(find: Find): RequestListener {
  const validate = new Ajv().compile<Body>(bodySchema)
  const router = new Router()
  for (let index = 0; index < routeCount; index++)
    router.post(pathOf(index).replace(/\{(\w+)\}/, ':$1'), (context) => {
      const body: unknown = context.request.body
      if (!validate(body)) {
        context.status = 400
        return
      }
      context.status = 201
      context.body = answerTo(String(context['params'].thingId), body)
    })
  const app = new Koa()
  app.use(async (context, next) => {
    find(context.headers.authorization)
    await next()
  })
  app.use(bodyParser())
  app.use(router.routes())
  return app.callback()
}
