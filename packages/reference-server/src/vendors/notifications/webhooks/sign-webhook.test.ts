import { expect, test } from 'vitest'
import { verify } from '../../../../../sdk/src/webhooks.ts'
import { newWebhookSecret, signWebhook } from './sign-webhook.ts'

test('the SDK accepts what the server signs, and nothing else', async () => {
  const [secret, other] = [newWebhookSecret(), newWebhookSecret()]
  const at = new Date('2026-11-25T15:00:00Z')
  const body = '{"type":"visits.started","note":"ñ \u202e"}'
  const headers = signWebhook(secret, { id: 'delivery-1', at, body })
  const now = at.getTime()
  expect(secret).toMatch(/^whsec_[\w+/]{43}=$/)
  expect(await verify(body, headers, secret, { now })).toMatchObject({ id: 'delivery-1', timestamp: at })
  await expect(verify(body, headers, other, { now })).rejects.toThrow('signature_invalid')
  await expect(verify(`${body} `, headers, secret, { now })).rejects.toThrow('signature_invalid')
  await expect(verify(body, { ...headers, 'webhook-id': 'delivery-2' }, secret, { now })).rejects.toThrow(
    'signature_invalid',
  )
  await expect(verify(body, headers, secret, { now: now + 301_000 })).rejects.toThrow('timestamp_outside_tolerance')
})
