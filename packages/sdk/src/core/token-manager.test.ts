import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { problemReply } from '../../fixtures/start-server.ts'
import { booking, failure, inAnHour, isTokenOne, portal, useClient } from '../../fixtures/use-client.ts'
import type { SessionTokens } from '../index.ts'
import { createTokenManager } from './token-manager.ts'

const context = useClient()
const inAMoment = () => new Date(Date.now() + 1_000).toISOString()

describe('the session', () => {
  test('is requested once by all calls that need it', async () => {
    context.server.respond(() => ({ json: {} }))
    const { getSession } = portal()
    const client = context.connect({ getSession })
    await Promise.all(Array.from({ length: 20 }, () => client.me.get()))
    expect(getSession).toHaveBeenCalledTimes(1)
    expect(getSession.mock.lastCall).toMatchObject([{ reason: 'start' }])
  })

  test('is renewed once when it expires during fifty calls, and every one of them succeeds with its body', async () => {
    context.server.respond(({ headers, body }) =>
      isTokenOne(headers.authorization)
        ? problemReply(401, 'token_expired')
        : { status: 201, json: { echo: JSON.parse(body) } },
    )
    const { getSession } = portal()
    const client = context.connect({ getSession })
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, index) => client.appointments.book({ ...booking, holdId: `hold-${index}` })),
    )
    expect(answers.map((answer) => (answer as unknown as { echo: { holdId: string } }).echo.holdId)).toEqual(
      Array.from({ length: 50 }, (_, index) => `hold-${index}`),
    )
    expect(getSession).toHaveBeenCalledTimes(2)
    expect(getSession.mock.lastCall).toMatchObject([{ reason: 'expired' }])
    expect(context.server.requests).toHaveLength(100)
  })

  test('a call that is refused late uses the session that another call has renewed', async () => {
    let releaseResponse = () => {}
    const pending = new Promise<void>((resolve) => (releaseResponse = resolve))
    context.server.respond(async ({ headers, path }) => {
      if (!isTokenOne(headers.authorization)) return { json: {} }
      if (path === '/v1/organization') await pending
      return problemReply(401, 'token_expired')
    })
    const { getSession } = portal()
    const client = context.connect({ getSession })
    const late = client.organization.get()
    await client.me.get()
    releaseResponse()
    await late
    expect(getSession).toHaveBeenCalledTimes(2)
  })

  test('requests a step-up for what needs it, and sends the same request once more', async () => {
    context.server.respond(({ headers }) =>
      isTokenOne(headers.authorization) ? problemReply(401, 'step_up_required') : { json: {} },
    )
    const { getSession } = portal()
    const client = context.connect({ getSession })
    await client.appointments.book(booking)
    expect(getSession.mock.calls).toMatchObject([[{ reason: 'start' }], [{ reason: 'step-up' }]])
    const keys = context.server.requests.map(({ headers }) => headers['idempotency-key'])
    expect(keys).toHaveLength(2)
    expect(keys[0]).toBe(keys[1])
  })

  test('stays as it is when the person declines the step-up', async () => {
    context.server.respond(({ method }) => (method === 'POST' ? problemReply(401, 'step_up_required') : { json: {} }))
    const { getSession } = portal()
    const client = context.connect({ getSession })
    await client.me.get()
    getSession.mockResolvedValueOnce(null)
    expect(await failure(client.appointments.book(booking))).toMatchObject({ code: 'step_up_required' })
    await client.me.get()
    expect(getSession).toHaveBeenCalledTimes(2)
  })

  test('a renewal continues during a step-up and is not replaced by it', async () => {
    const answer = Promise.withResolvers<SessionTokens | null>()
    const asked: string[] = []
    let count = 0
    const manager = createTokenManager(
      async ({ reason }) => {
        asked.push(reason)
        if (reason === 'step-up') return answer.promise
        // Expires at once, so that every call renews it.
        return { accessToken: `token-${(count += 1)}`, refreshToken: `refresh-${count}`, expiresAt: inAMoment() }
      },
      new AbortController().signal,
      undefined,
    )
    await manager.token()
    const proof = manager.token('', 'step-up')
    await vi.waitFor(() => expect(asked).toContain('step-up'))
    expect(await manager.token('token-1')).toBe('token-2')
    answer.resolve(null)
    await expect(proof).rejects.toMatchObject({ code: 'step_up_required' })
    expect(await manager.token('token-2')).toBe('token-3')
    expect(asked).toEqual(['start', 'step-up', 'expired', 'expired'])
  })

  test('a step-up that ends after a renewal keeps the renewed refresh token', async () => {
    const answer = Promise.withResolvers<SessionTokens | null>()
    const last: (string | undefined)[] = []
    const manager = createTokenManager(
      async (request) => {
        last.push(request.last?.refreshToken)
        if (request.reason === 'step-up') return answer.promise
        return { accessToken: `token-${last.length}`, refreshToken: `refresh-${last.length}`, expiresAt: inAMoment() }
      },
      new AbortController().signal,
      undefined,
    )
    await manager.token()
    const proof = manager.token('', 'step-up')
    await vi.waitFor(() => expect(last).toHaveLength(2))
    await manager.token('token-1')
    answer.resolve({ accessToken: 'proved', expiresAt: inAMoment() })
    expect(await proof).toBe('proved')
    await manager.token('proved')
    expect(last).toEqual([undefined, 'refresh-1', 'refresh-1', 'refresh-3'])
  })

  test('is stepped up once per call: a second refusal is the result', async () => {
    context.server.respond(() => problemReply(401, 'step_up_required'))
    const { getSession } = portal()
    expect(await failure(context.connect({ getSession }).appointments.book(booking))).toMatchObject({
      code: 'step_up_required',
    })
    expect(getSession).toHaveBeenCalledTimes(2)
  })

  test('is renewed once per call: a second refusal is the result', async () => {
    context.server.respond(() => problemReply(401, 'session_expired'))
    const { getSession } = portal()
    expect(await failure(context.connect({ getSession }).me.get())).toMatchObject({
      status: 401,
      code: 'session_expired',
    })
    expect(context.server.requests).toHaveLength(2)
    expect(getSession).toHaveBeenCalledTimes(2)
  })

  test.each(['token_invalid', 'wrong_origin'])('%s does not lead to a renewal', async (code) => {
    context.server.respond(() => problemReply(401, code))
    const { getSession } = portal()
    expect((await failure(context.connect({ getSession }).me.get())).code).toBe(code)
    expect(getSession).toHaveBeenCalledTimes(1)
  })

  test('notifies every listener that the server has ended it, and the next call requests another', async () => {
    context.server.respond(({ headers }) =>
      isTokenOne(headers.authorization) ? problemReply(401, 'session_ended') : { json: {} },
    )
    const { getSession } = portal()
    const client = context.connect({ getSession })
    const ended = vi.fn()
    client.onSessionEnded(ended)
    expect((await failure(client.me.get())).code).toBe('session_ended')
    expect(ended).toHaveBeenCalledTimes(1)
    expect(getSession).toHaveBeenCalledTimes(1)
    await client.me.get()
    expect(getSession.mock.lastCall).toMatchObject([{ reason: 'start' }])
  })

  test('without a signed-in person calls fail with session_ended and nothing is sent', async () => {
    const ended = vi.fn()
    const client = context.connect({ getSession: async () => null })
    client.onSessionEnded(ended)
    expect(await failure(client.me.get())).toMatchObject({ status: 0, code: 'session_ended' })
    expect(ended).toHaveBeenCalledTimes(1)
    expect(context.server.requests).toHaveLength(0)
  })

  test('a portal that fails gives session_unavailable with its reason, and the next call asks it again', async () => {
    context.server.respond(() => ({ json: {} }))
    const fault = new Error('the portal is down')
    const getSession = vi.fn(async (): Promise<SessionTokens> => ({ accessToken: 'token', expiresAt: inAnHour() }))
    getSession.mockRejectedValueOnce(fault)
    const client = context.connect({ getSession })
    const error = await failure(client.me.get())
    expect(error).toMatchObject({ status: 0, code: 'session_unavailable' })
    expect(error.cause).toBe(fault)
    await client.me.get()
    expect(getSession).toHaveBeenCalledTimes(2)
  })

  test('is renewed before it expires, and kept while the portal cannot be reached', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    onTestFinished(() => void vi.useRealTimers())
    context.server.respond(() => ({ json: {} }))
    let asked = 0
    const client = context.connect({
      getSession: async () => {
        if (++asked === 2) throw new Error('down')
        return { accessToken: `token-${asked}`, expiresAt: new Date(Date.now() + 1000).toISOString() }
      },
    })
    await client.me.get()
    vi.setSystemTime(Date.now() + 920)
    await client.me.get()
    await client.me.get()
    expect(context.server.requests.map(({ headers }) => headers.authorization)).toEqual([
      'Bearer token-1',
      'Bearer token-1',
      'Bearer token-3',
    ])
  })

  test('a device whose clock is an hour ahead does not request a session with every call', async () => {
    context.server.respond(() => ({ json: {} }))
    const getSession = vi.fn(async () => ({
      accessToken: 'token',
      expiresAt: new Date(Date.now() - 3_000_000).toISOString(),
    }))
    const client = context.connect({ getSession })
    for (let call = 0; call < 5; call++) await client.me.get()
    expect(getSession).toHaveBeenCalledTimes(1)
  })

  test('one caller that aborts during a renewal does not abort the others', async () => {
    context.server.respond(() => ({ json: { personId: 'p' } }))
    let deliver: (session: SessionTokens) => void = () => {}
    const client = context.connect({ getSession: () => new Promise((resolve) => (deliver = resolve)) })
    const leaving = new AbortController()
    const left = client.me.get({ signal: leaving.signal })
    const stays = client.me.get()
    await vi.waitFor(() => expect(deliver).not.toBe(undefined))
    const reason = new Error('changed my mind')
    leaving.abort(reason)
    await expect(left).rejects.toBe(reason)
    deliver({ accessToken: 'token', expiresAt: inAnHour() })
    expect(await stays).toEqual({ personId: 'p' })
  })

  test.each([
    [401, 'invalid_client'],
    [400, 'unauthorized_client'],
  ] as const)('a page that may not renew itself (%i %s) asks the portal, and continues', async (status, code) => {
    context.server.respond(({ path, headers }) => {
      if (path === '/v1/token') return problemReply(status, code)
      return headers.authorization === 'Bearer from-portal-2' ? { json: {} } : problemReply(401, 'token_expired')
    })
    let asked = 0
    const client = context.connect({
      getSession: async () => ({
        accessToken: `from-portal-${++asked}`,
        expiresAt: inAnHour(),
        refreshToken: 'not-for-pages',
      }),
    })
    expect(await client.me.get()).toEqual({})
    expect(asked).toBe(2)
  })

  test('renews with the refresh token at the server, and asks the portal when that is refused', async () => {
    const bodies: string[] = []
    let refreshes = 0
    context.server.respond(({ path, body, headers }) => {
      if (path === '/v1/token') {
        bodies.push(body)
        if (++refreshes > 1) return problemReply(400, 'invalid_grant')
        return {
          json: {
            access_token: 'renewed',
            token_type: 'Bearer',
            expires_in: 300,
            refresh_token: 'second',
            session_id: 's',
          },
        }
      }
      return headers.authorization === 'Bearer from-portal-2' ? { json: {} } : problemReply(401, 'token_expired')
    })
    let asked = 0
    const client = context.connect({
      getSession: async () => ({
        accessToken: `from-portal-${++asked}`,
        expiresAt: inAnHour(),
        refreshToken: 'first',
        clientId: 'portal',
      }),
    })
    await failure(client.me.get())
    await client.me.get()
    expect(bodies).toEqual([
      'grant_type=refresh_token&refresh_token=first&client_id=portal',
      'grant_type=refresh_token&refresh_token=second&client_id=portal',
    ])
    expect(asked).toBe(2)
  })
})
