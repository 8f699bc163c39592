import { createHmac, timingSafeEqual } from 'node:crypto'
import { signatureInvalid } from '../problems.ts'
import type { SignedRequest } from '../provider.ts'

/** Maximum difference between the clocks of the sender and this server. Seconds. */
const tolerance = 300

/**
 * Standard Webhooks, "Verifying webhooks": one of the signatures is made with one of the secrets, over the bytes as received. Returns the
 * sender's id of the event. Throws `signature_invalid`.
 */
export const verifyWebhook = (
  { rawBody, headers, now }: SignedRequest,
  secrets: readonly string[],
): { readonly webhookId: string } => {
  const { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures } = headers
  if (id === undefined || timestamp === undefined || signatures === undefined) throw signatureInvalid('headers missing')
  const sentAt = /^\d{1,12}$/.test(timestamp) ? Number(timestamp) : NaN
  if (!(Math.abs(now.getTime() / 1_000 - sentAt) <= tolerance)) throw signatureInvalid('timestamp outside tolerance')
  const given = signatures
    .split(' ')
    .filter((each) => each.startsWith('v1,'))
    .map((each) => Buffer.from(each.slice('v1,'.length), 'base64'))
  const isSigned = secrets.some((secret) => {
    const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
    const expected = createHmac('sha256', key).update(`${id}.${timestamp}.`).update(rawBody).digest()
    return given.some((each) => each.length === expected.length && timingSafeEqual(each, expected))
  })
  if (!isSigned) throw signatureInvalid('signature does not match')
  return { webhookId: id }
}
