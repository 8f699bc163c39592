import type { WebhookEventData } from './generated/events.ts'

export type { WebhookEventData }
export type WebhookEventType = keyof WebhookEventData

interface WebhookEnvelope {
  /** RFC 3339: when the event happened. */
  timestamp: string
  /** The same for all endpoints that receive the event. */
  eventId: string
  /** The version of the schema of `data`. */
  version: number
}

/** The payload of a webhook. `type` decides the shape of `data`, which has ids, codes and times; read the rest with the client. */
export type WebhookEvent =
  | { [Type in WebhookEventType]: { type: Type; data: WebhookEventData[Type] } & WebhookEnvelope }[WebhookEventType]
  | ({ type: 'webhook.test'; data: { endpointId: string } } & WebhookEnvelope)

/** Why a delivery was rejected. */
export type WebhookFault =
  'body_not_raw' | 'headers_missing' | 'secret_invalid' | 'timestamp_outside_tolerance' | 'signature_invalid'

/** A delivery that must not be processed. Contains neither the secret nor the payload. */
export class WebhookVerificationError extends Error {
  readonly code: WebhookFault

  constructor(code: WebhookFault, remedy = '') {
    super(`Webhook refused: ${code}${remedy}`)
    this.name = 'WebhookVerificationError'
    this.code = code
  }
}

export interface VerifyOptions {
  /** The allowed difference between the sender's clock and ours, in seconds. Default 300. */
  toleranceSeconds?: number | undefined
  /** Milliseconds since 1970. For tests. */
  now?: number | undefined
}

/** A delivery with a valid signature. */
export interface VerifiedWebhook<Payload = WebhookEvent> {
  /** The same for every attempt of one delivery: store it to process the delivery only once. */
  id: string
  /** When the delivery was sent. */
  timestamp: Date
  payload: Payload
}

type HeaderSource = Headers | Readonly<Record<string, string | readonly string[] | undefined>>

/**
 * Verifies that a webhook comes from the server that shares the secret, and that it is recent (Standard Webhooks: HMAC-SHA256 over
 * `id.timestamp.body`). Works in Node and in any runtime with WebCrypto.
 *
 * @param rawBody - The received bytes, such as a `Buffer`, or their text. A body that was parsed and serialized again has another
 *   signature; a parsed object is refused with `body_not_raw`.
 * @param headers - `webhook-id`, `webhook-timestamp` and `webhook-signature`, in any case.
 * @param secret - `whsec_...`. Several while a secret is rotated.
 * @throws {WebhookVerificationError}
 */
export async function verify<Payload = WebhookEvent>(
  rawBody: string | Uint8Array,
  headers: HeaderSource,
  secret: string | readonly string[],
  { toleranceSeconds = 300, now = Date.now() }: VerifyOptions = {},
): Promise<VerifiedWebhook<Payload>> {
  if (typeof rawBody !== 'string' && !ArrayBuffer.isView(rawBody))
    throw new WebhookVerificationError(
      'body_not_raw',
      ': rawBody must be the bytes or the text of the request. In Express read it with express.raw, not express.json.',
    )
  const id = readHeader(headers, 'webhook-id')
  const timestamp = readHeader(headers, 'webhook-timestamp')
  const signatures = readHeader(headers, 'webhook-signature')
  if (!id || !timestamp || !signatures) throw new WebhookVerificationError('headers_missing')
  const sentAt = /^\d{1,12}$/.test(timestamp) ? Number(timestamp) * 1000 : NaN
  if (!(Math.abs(now - sentAt) <= toleranceSeconds * 1000))
    throw new WebhookVerificationError('timestamp_outside_tolerance')
  const body = typeof rawBody === 'string' ? new TextEncoder().encode(rawBody) : rawBody
  const signed = concatenate(new TextEncoder().encode(`${id}.${timestamp}.`), body)
  // `crypto.subtle.verify` compares in constant time. Every pair is tried, so that the time does not reveal which one matched.
  const offered = signatures.split(' ').flatMap((one) => (one.startsWith('v1,') ? [decodeBase64(one.slice(3))] : []))
  let genuine = false
  for (const one of [secret].flat()) {
    const key = await importKey(one)
    for (const signature of offered) {
      if (signature && (await crypto.subtle.verify('HMAC', key, signature, signed))) genuine = true
    }
  }
  if (!genuine) throw new WebhookVerificationError('signature_invalid')
  return { id, timestamp: new Date(sentAt), payload: JSON.parse(new TextDecoder().decode(body)) as Payload }
}

/** Signs a payload as the server does, for tests of a receiver. */
export async function sign(
  body: string,
  secret: string,
  { id, timestamp }: { id: string; timestamp: Date },
): Promise<Record<'webhook-id' | 'webhook-timestamp' | 'webhook-signature', string>> {
  const seconds = String(Math.floor(timestamp.getTime() / 1000))
  const signed = new TextEncoder().encode(`${id}.${seconds}.${body}`)
  const signature = new Uint8Array(await crypto.subtle.sign('HMAC', await importKey(secret), signed))
  return {
    'webhook-id': id,
    'webhook-timestamp': seconds,
    'webhook-signature': `v1,${btoa(String.fromCharCode(...signature))}`,
  }
}

async function importKey(secret: string): Promise<CryptoKey> {
  const bytes = decodeBase64(secret.replace(/^whsec_/, ''))
  // A shorter key is a typing error. An empty one would accept any sender.
  if (!bytes || bytes.length < 16) throw new WebhookVerificationError('secret_invalid')
  return crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign', 'verify'])
}

function readHeader(headers: HeaderSource, name: string): string | undefined {
  if (headers instanceof Headers) return headers.get(name) ?? undefined
  const [, value] = Object.entries(headers).find(([key]) => key.toLowerCase() === name) ?? []
  return typeof value === 'string' ? value : value?.[0]
}

function decodeBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
  } catch {
    return undefined
  }
}

function concatenate(first: Uint8Array, second: Uint8Array): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(first.length + second.length)
  whole.set(first)
  whole.set(second, first.length)
  return whole
}
