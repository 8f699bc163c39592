import type { WebhookEventData } from './generated/events.ts'

export type { WebhookEventData }
export type WebhookEventType = keyof WebhookEventData

interface WebhookEnvelope {
  /** RFC 3339: when it happened. */
  timestamp: string
  /** The same for every endpoint that receives it. */
  eventId: string
  /** Of the shape of `data`. */
  version: number
}

/** What a webhook delivers: `type` decides what `data` holds. Ids, codes and times; the rest is read with the client. */
export type WebhookEvent =
  | { [Type in WebhookEventType]: { type: Type; data: WebhookEventData[Type] } & WebhookEnvelope }[WebhookEventType]
  | ({ type: 'webhook.test'; data: { endpointId: string } } & WebhookEnvelope)

/** Why a delivery is not believed. */
export type WebhookFault =
  'body_not_raw' | 'headers_missing' | 'secret_invalid' | 'timestamp_outside_tolerance' | 'signature_invalid'

/** A delivery that must not be acted on. Holds neither the secret nor what was delivered. */
export class WebhookVerificationError extends Error {
  readonly code: WebhookFault

  constructor(code: WebhookFault, remedy = '') {
    super(`Webhook refused: ${code}${remedy}`)
    this.name = 'WebhookVerificationError'
    this.code = code
  }
}

export interface VerifyOptions {
  /** How far the sender's clock and ours may be apart, in seconds. Default 300. */
  toleranceSeconds?: number | undefined
  /** Milliseconds since 1970; for tests. */
  now?: number | undefined
}

/** What was delivered, once it is known to be genuine. */
export interface VerifiedWebhook<Payload = WebhookEvent> {
  /** The same for every attempt to deliver the same thing: keep it to act only once. */
  id: string
  /** When it was sent. */
  timestamp: Date
  payload: Payload
}

type HeaderSource = Headers | Readonly<Record<string, string | readonly string[] | undefined>>

/**
 * Checks that a webhook comes from the server that shares the secret, and that it is fresh (Standard Webhooks:
 * HMAC-SHA256 over `id.timestamp.body`). Works in Node and wherever there is WebCrypto.
 *
 * @param rawBody - The bytes as they came, such as a `Buffer`, or their text. A body that was parsed and written again has
 * another signature; a parsed object is refused with `body_not_raw`.
 * @param headers - `webhook-id`, `webhook-timestamp` and `webhook-signature`, in any case.
 * @param secret - `whsec_...`. Several while a secret is being replaced.
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
  // `crypto.subtle.verify` compares in constant time. Every pair is tried, so time tells nothing about which one matched.
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

/** Signs as the server does: for tests of a receiver, and for trying one out by hand. */
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
  // Shorter keys than this are typing errors, and an empty one would accept anybody.
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
