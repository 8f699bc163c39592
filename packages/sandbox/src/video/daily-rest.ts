import type { IncomingMessage, ServerResponse } from 'node:http'
import findMyWay from 'find-my-way'
import type { Meetings } from './meetings.ts'
import { isTokenProperty, readToken, signToken, type TokenProperties } from './meeting-token.ts'
import { invalid, ok, refuse, strings, type Answer, type Body, type Handler } from './rest-answer.ts'
import { changeRoom, describeRoom, faultOfRoom, newRoom, pageOfRooms, type DailyMode, type Room } from './rooms.ts'
import { SlidingWindow } from './sliding-window.ts'
import { webhookRoutes } from './webhook-routes.ts'
import type { Webhooks } from './webhooks.ts'

/** One request that reached the REST API, for tests of what a vendor receives. */
export interface ReceivedRequest {
  readonly method: string
  readonly path: string
  readonly body: unknown
  readonly status: number
}

/** A response that replaces the real one. */
export interface RestFault {
  /** `answer-lost`: the request takes effect, and the connection ends before the response. */
  readonly status: number | 'answer-lost'
  readonly headers?: Record<string, string>
  readonly delayMs?: number
  /** Reading the account counts too. Otherwise it works, so that a test says what happens to rooms. */
  readonly ofAccount?: boolean
}

export interface DailyRestContext {
  readonly mode: DailyMode
  readonly apiKey: string
  readonly domain: string
  readonly domainId: string
  /** What the account's owner has set in Daily's dashboard. */
  readonly account: Readonly<Record<string, unknown>>
  readonly roomBase: string
  readonly rooms: Map<string, Room>
  readonly meetings: Meetings
  readonly webhooks: Webhooks
  readonly received: ReceivedRequest[]
  /** Responses that replace the real ones, in order. */
  readonly faults: RestFault[]
  /** Awaited after a room is created and before the response. */
  readonly onRoomMade: (room: Room) => Promise<void>
}

const noRoom = (name: string | undefined): Answer => refuse(404, 'not-found', `room ${name} not found`)

const readBody = async (request: IncomingMessage): Promise<Body | null> => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  if (chunks.length === 0) return {}
  try {
    const value: unknown = JSON.parse(Buffer.concat(chunks).toString('utf8'))
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Body) : null
  } catch {
    return null
  }
}

/** The part of Daily's REST API that a visit needs, at `/v1` (docs.daily.co/reference/rest-api). Returns true when the path was its own. */
export const createDailyRest = (context: DailyRestContext) => {
  const { rooms, meetings, webhooks, domainId, apiKey, roomBase } = context
  // "20 requests per second, or 100 requests over a 5-second window"; "~2 per second, or 50 over a 30-second window".
  const ordinary = new SlidingWindow(100, 5000)
  const slow = new SlidingWindow(50, 30_000)
  const router = findMyWay<findMyWay.HTTPVersion.V1>({ maxParamLength: 2048 })
  const routes: [method: 'GET' | 'POST' | 'DELETE', path: string, handler: Handler, limit?: SlidingWindow][] = [
    [
      'GET',
      '/v1/',
      () =>
        ok({
          domain_name: context.domain,
          domain_id: domainId,
          config: { hipaa: context.mode === 'hipaa', ...context.account },
        }),
    ],

    [
      'GET',
      '/v1/rooms',
      (_parameters, _body, query) => {
        const page = pageOfRooms([...rooms.values()], query)
        if (page === null) return invalid('no room has that id')
        return ok({ total_count: rooms.size, data: page.map((room) => describeRoom(room, roomBase)) })
      },
      slow,
    ],
    [
      'POST',
      '/v1/rooms',
      async (_, body) => {
        const fault = faultOfRoom(body, context.mode)
        if (fault) return invalid(fault)
        const room = newRoom(body)
        if (rooms.has(room.name)) return invalid(`a room named ${room.name} already exists`)
        rooms.set(room.name, room)
        await context.onRoomMade(room)
        return ok(describeRoom(room, roomBase))
      },
    ],
    ['GET', '/v1/rooms/:name', ({ name }) => withRoom(name, (room) => ok(describeRoom(room, roomBase)))],
    [
      'POST',
      '/v1/rooms/:name',
      ({ name }, body) =>
        withRoom(name, (room) => {
          const fault = faultOfRoom({ ...body, name: undefined }, context.mode)
          if (fault) return invalid(fault)
          changeRoom(room, body)
          meetings.applyRoomTimes(room)
          return ok(describeRoom(room, roomBase))
        }),
    ],
    [
      'DELETE',
      '/v1/rooms/:name',
      ({ name }) =>
        withRoom(name, (room) => {
          rooms.delete(room.name)
          meetings.eject(room.name, () => true, 'no-room')
          return ok({ deleted: true, name: room.name })
        }),
      slow,
    ],
    [
      'GET',
      '/v1/rooms/:name/presence',
      ({ name }) =>
        withRoom(name, (room) => ok({ total_count: presence(room.name).length, data: presence(room.name) })),
    ],
    [
      'POST',
      '/v1/rooms/:name/eject',
      ({ name }, body) =>
        withRoom(name, (room) => {
          const ids = strings(body['ids'])
          const userIds = strings(body['user_ids'])
          if (!ids || !userIds) return invalid("'ids' and 'user_ids' must be lists of strings")
          if (ids.length + userIds.length > 100) return invalid('at most 100 ids')
          const chosen = meetings.eject(
            room.name,
            ({ sessionId, userId }) => ids.includes(sessionId) || userIds.includes(userId),
            'ejected',
            body['ban'] === true ? userIds : [],
          )
          return ok({ ejectedIds: chosen })
        }),
    ],
    [
      'GET',
      '/v1/presence',
      () =>
        ok(
          Object.fromEntries(
            [...rooms.keys()].filter((name) => presence(name).length > 0).map((name) => [name, presence(name)]),
          ),
        ),
    ],

    [
      'POST',
      '/v1/meeting-tokens',
      (_, body) => {
        const properties = (body['properties'] ?? {}) as TokenProperties
        const unknown = Object.keys(properties).find((name) => !isTokenProperty(name))
        if (unknown) return invalid(`unknown property '${unknown}'`)
        return ok({ token: signToken(properties, domainId, apiKey, Math.floor(Date.now() / 1000)) })
      },
    ],
    [
      'GET',
      '/v1/meeting-tokens/:token',
      ({ token }) => {
        const properties = readToken(token ?? '', domainId, apiKey)
        if (!properties) return invalid('token is invalid')
        if (properties.exp !== undefined && properties.exp <= Date.now() / 1000) return invalid('token has expired')
        return ok(properties)
      },
    ],

    ...webhookRoutes(webhooks, domainId),
  ]

  const withRoom = (name: string | undefined, use: (room: Room) => Answer): Answer => {
    const room = rooms.get(name ?? '')
    return room ? use(room) : noRoom(name)
  }
  const presence = (room: string) =>
    meetings.present(room).map((participant) => ({
      room,
      id: participant.sessionId,
      userId: participant.userId,
      userName: participant.userName,
      mtgSessionId: meetings.meetingId(room),
      joinTime: participant.joinedAt.toISOString(),
      duration: Math.round((Date.now() - participant.joinedAt.getTime()) / 1000),
    }))

  for (const [method, path, handler, limit = ordinary] of routes)
    router.on(method, path, () => undefined, { handler, limit })

  const answer = async (
    request: IncomingMessage,
    url: URL,
    fault: RestFault | undefined,
  ): Promise<{ answer: Answer; body: unknown }> => {
    const body = await readBody(request)
    const found = router.find(request.method as findMyWay.HTTPMethod, url.pathname)
    const authorization = request.headers.authorization
    const give = (given: Answer): { answer: Answer; body: unknown } => ({ answer: given, body })
    if (fault?.delayMs) await new Promise((resolve) => setTimeout(resolve, fault.delayMs))
    if (fault && fault.status !== 'answer-lost') {
      const error = fault.status === 429 ? 'rate-limit-error' : 'server-error'
      return give({ ...refuse(fault.status, error, 'made to fail'), headers: fault.headers ?? {} })
    }
    if (!authorization?.startsWith('Bearer '))
      return give(refuse(400, 'authorization-header-error', 'bad Authorization header format'))
    if (authorization !== `Bearer ${apiKey}`) return give(refuse(401, 'authentication-error', 'API key is not valid'))
    if (!found) return give(refuse(404, 'not-found', 'no such endpoint'))
    const { handler, limit } = found.store as { handler: Handler; limit: SlidingWindow }
    const wait = limit.admit(Date.now())
    if (wait !== null)
      return give({
        ...refuse(429, 'rate-limit-error', 'too many requests'),
        headers: { 'retry-after': String(Math.ceil(wait / 1000)) },
      })
    if (!body) return give(refuse(400, 'json-parsing-error', 'the request body is not JSON'))
    return give(await handler(found.params, body, url.searchParams))
  }

  return async (request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> => {
    const isOfAccount = request.method === 'GET' && url.pathname === '/v1/'
    const fault = isOfAccount && !context.faults[0]?.ofAccount ? undefined : context.faults.shift()
    const { answer: given, body } = await answer(request, url, fault)
    context.received.push({ method: request.method ?? '', path: url.pathname, body, status: given.status })
    if (fault?.status === 'answer-lost') return void request.socket.destroy()
    response.writeHead(given.status, { 'content-type': 'application/json', ...given.headers })
    response.end(JSON.stringify(given.body))
  }
}
