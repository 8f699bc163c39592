import { inspect } from 'node:util'
import { describe, expect, test } from 'vitest'
import { problemReply } from '../../fixtures/start-server.ts'
import { booking, failure, inAnHour, useClient } from '../../fixtures/use-client.ts'
import { isProblem } from '../index.ts'

const context = useClient()

describe('errors', () => {
  test('a problem gives its code, detail, faulty fields and request id', async () => {
    context.server.respond(() => ({
      status: 400,
      headers: { 'content-type': 'application/problem+json' },
      json: {
        code: 'invalid_request',
        detail: 'Some properties are not as they should be.',
        requestId: 'req-7',
        errors: [{ pointer: '/reason', code: 'too_long', message: 'At most 2,000 characters.' }],
      },
    }))
    const error = await failure(context.connect().appointments.book(booking))
    expect(error).toMatchObject({
      status: 400,
      code: 'invalid_request',
      detail: 'Some properties are not as they should be.',
      requestId: 'req-7',
      errors: [{ pointer: '/reason', code: 'too_long', message: 'At most 2,000 characters.' }],
    })
    expect(isProblem(error, 'slot_taken', 'invalid_request')).toBe(true)
    expect(isProblem(error, 'slot_taken')).toBe(false)
    expect(error.message).toBe('invalid_request (400), request req-7')
  })

  test('a refusal because of another practitioner’s work lists the practitioners who can be covered', async () => {
    context.server.respond(() => ({
      status: 403,
      headers: { 'content-type': 'application/problem+json' },
      json: {
        code: 'not_assigned',
        detail: 'This belongs to a colleague.',
        requestId: 'req-8',
        owners: ['practitioner-1'],
      },
    }))
    const error = await failure(context.connect().me.get())
    expect(error).toMatchObject({ status: 403, code: 'not_assigned', owners: ['practitioner-1'] })
    expect(isProblem(error, 'not_assigned', 'no_treatment_relationship')).toBe(true)
    expect(error.message).toBe('not_assigned (403), request req-8')
  })

  test('a refusal because of booked appointments says how many', async () => {
    context.server.respond(() => ({
      status: 409,
      headers: { 'content-type': 'application/problem+json' },
      json: { code: 'appointments_affected', detail: 'This affects 9 booked appointments.', affected: 9 },
    }))
    const error = await failure(context.connect().closures.put({ items: [], version: 0 }))
    expect(error).toMatchObject({ status: 409, code: 'appointments_affected', affected: 9 })
  })

  test('an organization of another region: the error has the address, and the client sends nothing there', async () => {
    const asked: string[] = []
    context.server.respond(() => ({
      status: 421,
      headers: { 'content-type': 'application/problem+json' },
      json: {
        code: 'wrong_region',
        detail: 'This organization is served in another region.',
        baseUrl: `${context.server.baseUrl}/other-region`,
      },
    }))
    const error = await failure(
      context
        .connect({
          getSession: async () => {
            asked.push('session')
            return { accessToken: 'token-of-this-region', expiresAt: inAnHour() }
          },
        })
        .me.get(),
    )
    expect(isProblem(error, 'wrong_region')).toBe(true)
    expect(error).toMatchObject({
      status: 421,
      code: 'wrong_region',
      baseUrl: `${context.server.baseUrl}/other-region`,
    })
    expect(error.message).toBe('wrong_region (421)')
    // fetch repeats a 421 once on a new connection to the same host (Fetch standard, HTTP-network-or-cache fetch).
    expect(new Set(context.server.requests.map(({ path }) => path))).toEqual(new Set(['/v1/me']))
    expect(asked).toEqual(['session'])
  })

  test('no response: connection_failed', async () => {
    await context.server.close()
    expect(await failure(context.connect({ retries: 0 }).me.get())).toMatchObject({
      status: 0,
      code: 'connection_failed',
    })
  })

  test('the response of a proxy is not taken for a response of the server', async () => {
    const client = context.connect({ retries: 0 })
    context.server.respond(() => ({
      status: 502,
      headers: { 'content-type': 'text/html' },
      text: '<h1>secret-page</h1>',
    }))
    expect(await failure(client.me.get())).toMatchObject({ status: 502, code: 'unexpected_response', errors: [] })
    context.server.respond(() => ({
      status: 403,
      json: { code: 'see https://proxy.example/secret-page', detail: 'secret-page' },
    }))
    const refused = await failure(client.me.get())
    expect(refused).toMatchObject({ status: 403, code: 'unexpected_response' })
    expect(refused.detail).toBeUndefined()
    context.server.respond(() => ({ headers: { 'content-type': 'application/json' }, text: 'secret-page' }))
    expect(await failure(client.me.get())).toMatchObject({ status: 200, code: 'unexpected_response' })
  })

  test.each([
    ['a refusal', () => problemReply(409, 'slot_taken')],
    ['a page of a proxy', () => ({ status: 502, text: `<p>${booking.reason}</p>` })],
    ['a broken connection', () => (response: { destroy(): void }) => response.destroy()],
    ['no response', () => () => {}],
    ['no JSON', () => ({ headers: { 'content-type': 'application/json' }, text: booking.reason })],
  ] as const)('the error contains no private data after %s', async (_, reply) => {
    context.server.respond(reply as () => ReturnType<typeof problemReply>)
    const client = context.connect({
      retries: 0,
      timeoutMs: 300,
      getSession: async () => ({ accessToken: 'secret-token', expiresAt: inAnHour() }),
    })
    const error = await failure(
      client.intake.submit('appointment-77', 'mood-check', {
        answers: [{ linkId: 'q', values: [{ text: booking.reason }] }],
        version: 0,
      }),
    )
    const inspected = `${String(error)} ${error.stack} ${inspect(error, { depth: 10, showHidden: true })} ${JSON.stringify(error)}`
    for (const secret of [booking.reason, 'secret-token', 'appointment-77', 'mood-check', context.server.baseUrl]) {
      expect(inspected).not.toContain(secret)
    }
  })
})
