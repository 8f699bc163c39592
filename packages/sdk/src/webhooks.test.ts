import { createHmac } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { sign, verify, WebhookVerificationError } from './webhooks.ts'

const key = Buffer.from('a key of the sample organization')
const secret = `whsec_${key.toString('base64')}`
const body = '{"type":"appointment.changed","appointmentId":"a-1"}'
const now = Date.parse('2026-11-24T12:00:00Z')
const timestamp = String(now / 1000)

/** As a sender without this package would sign. */
const signature = createHmac('sha256', key).update(`msg_1.${timestamp}.${body}`).digest('base64')
const headers = { 'webhook-id': 'msg_1', 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` }

const refusal = async (...parameters: Parameters<typeof verify>): Promise<string> => {
  const error: unknown = await verify(...parameters).then(
    () => 'believed',
    (reason: unknown) => reason,
  )
  return error instanceof WebhookVerificationError ? error.code : String(error)
}

describe('accepts', () => {
  test('a delivery that was signed with the secret', async () => {
    expect(await verify(body, headers, secret, { now })).toEqual({
      id: 'msg_1',
      timestamp: new Date(now),
      payload: { type: 'appointment.changed', appointmentId: 'a-1' },
    })
  })

  test('header names in any case, from Node or from fetch, and bytes as well as text', async () => {
    const shouted = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toUpperCase(), value]))
    await verify(new TextEncoder().encode(body), shouted, secret, { now })
    await verify(Buffer.from(body), new Headers(headers), secret, { now })
  })

  test('one of several secrets and one of several signatures, while a secret is being replaced', async () => {
    const other = `whsec_${Buffer.from('another key of the organization').toString('base64')}`
    const both = { ...headers, 'webhook-signature': `v1,${Buffer.alloc(32).toString('base64')} v1,${signature}` }
    await verify(body, both, [other, secret], { now })
  })

  test('a signature of this package, which any sender would produce', async () => {
    expect(await sign(body, secret, { id: 'msg_1', timestamp: new Date(now) })).toEqual(headers)
  })
})

describe('rejects', () => {
  test.each([
    ['a changed body', body.replace('a-1', 'a-2'), headers, 'signature_invalid'],
    ['a changed id', body, { ...headers, 'webhook-id': 'msg_2' }, 'signature_invalid'],
    ['a changed time', body, { ...headers, 'webhook-timestamp': String(now / 1000 + 1) }, 'signature_invalid'],
    [
      'a signature of another version',
      body,
      { ...headers, 'webhook-signature': `v1a,${signature}` },
      'signature_invalid',
    ],
    ['a signature that is no base64', body, { ...headers, 'webhook-signature': 'v1,%%%' }, 'signature_invalid'],
    [
      'a shortened signature',
      body,
      { ...headers, 'webhook-signature': `v1,${signature.slice(0, 8)}` },
      'signature_invalid',
    ],
    ['no signature', body, { ...headers, 'webhook-signature': undefined }, 'headers_missing'],
    ['no number for a time', body, { ...headers, 'webhook-timestamp': '1e12' }, 'timestamp_outside_tolerance'],
  ])('%s', async (_, text, sent, code) => {
    expect(await refusal(text, sent, secret, { now })).toBe(code)
  })

  test('a delivery that is older than the tolerance, or further in the future', async () => {
    expect(await refusal(body, headers, secret, { now: now + 301_000 })).toBe('timestamp_outside_tolerance')
    expect(await refusal(body, headers, secret, { now: now - 301_000 })).toBe('timestamp_outside_tolerance')
    expect(await refusal(body, headers, secret, { now: now + 301_000, toleranceSeconds: 600 })).toBe('believed')
  })

  test('everything, when the secret is empty or too short', async () => {
    const empty = createHmac('sha256', '').update(`msg_1.${timestamp}.${body}`).digest('base64')
    expect(await refusal(body, { ...headers, 'webhook-signature': `v1,${empty}` }, '', { now })).toBe('secret_invalid')
    expect(await refusal(body, headers, 'whsec_c2hvcnQ=', { now })).toBe('secret_invalid')
  })

  test('an object that a body parser made of the bytes, with what to pass instead', async () => {
    const parsed = JSON.parse(body) as unknown as Uint8Array
    const error: unknown = await verify(parsed, headers, secret, { now }).catch((reason: unknown) => reason)
    expect(error).toMatchObject({ name: 'WebhookVerificationError', code: 'body_not_raw' })
    expect(String(error)).toContain('rawBody must be the bytes or the text of the request')
    expect(String(error)).not.toContain('a-1')
    expect(await refusal(undefined as unknown as string, headers, secret, { now })).toBe('body_not_raw')
  })

  test('without the payload or the secret in the error', async () => {
    const error: unknown = await verify(body, headers, `${secret.slice(0, -4)}AAA=`, { now }).catch(
      (reason: unknown) => reason,
    )
    expect(String(error)).toBe('WebhookVerificationError: Webhook refused: signature_invalid')
  })
})
