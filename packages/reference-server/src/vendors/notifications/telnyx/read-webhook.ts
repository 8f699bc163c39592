import { createHash, createPublicKey, verify, type KeyObject } from 'node:crypto'
import { signatureInvalid } from '../problems.ts'
import type { SignedRequest, SmsEvent, SmsFault, SmsReport, WrittenText } from '../provider.ts'

/** Maximum difference between the clocks of the vendor and this server. Seconds. */
const tolerance = 300
/** Words that alone mean opt-out: 47 CFR 64.1200(a)(10), and those that carriers treat as such (CTIA Messaging Principles, 5.1.3). */
const stopWords: ReadonlySet<string> = new Set([
  'STOP',
  'STOPALL',
  'UNSUBSCRIBE',
  'CANCEL',
  'END',
  'QUIT',
  'REVOKE',
  'OPTOUT',
  'ALTO',
  'BAJA',
])
/**
 * Opt-out words with any text after them, as a reasonable person understands them (the same rule). Does not match `Cancel my appointment`
 * and `end of the month`.
 */
const stopBeginnings: ReadonlySet<string> = new Set(['STOP', 'STOPALL', 'UNSUBSCRIBE'])
const politeWords: ReadonlySet<string> = new Set(['PLEASE', 'PLS', 'POR', 'FAVOR', 'THANKS', 'THANK', 'YOU', 'GRACIAS'])
const startWords: ReadonlySet<string> = new Set(['START', 'UNSTOP', 'YES'])

/** The account's public key in the format of the vendor's portal: 32 bytes of Ed25519 in base64. */
export const readPublicKey = (base64: string): KeyObject => {
  const bytes = Buffer.from(base64, 'base64')
  if (bytes.length !== 32) throw new TypeError('The public key of the SMS vendor is 32 bytes in base64.')
  return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: bytes.toString('base64url') }, format: 'jwk' })
}

const readKeyword = (text: string): 'stop' | 'start' | null => {
  const words = text.toUpperCase().match(/\p{L}+/gu) ?? []
  const meant = words.filter((word) => !politeWords.has(word))
  if (stopWords.has(meant.join('')) || stopBeginnings.has(meant[0] ?? '')) return 'stop'
  return startWords.has(words.join('')) ? 'start' : null
}

/** Ed25519 over `timestamp|body`. Throws `signature_invalid` unless the vendor signed it within the tolerance. */
export const requireSignature = ({ rawBody, headers, now }: SignedRequest, key: KeyObject): void => {
  const timestamp = headers['telnyx-timestamp']
  const signature = headers['telnyx-signature-ed25519']
  if (timestamp === undefined || signature === undefined) throw signatureInvalid('headers missing')
  const sentAt = /^\d{1,12}$/.test(timestamp) ? Number(timestamp) : NaN
  if (!(Math.abs(now.getTime() / 1_000 - sentAt) <= tolerance)) throw signatureInvalid('timestamp outside tolerance')
  const signed = Buffer.concat([Buffer.from(`${timestamp}|`), rawBody])
  if (!verify(null, signed, key, Buffer.from(signature, 'base64'))) throw signatureInvalid('signature does not match')
}

type Fields = Readonly<Record<string, unknown>>
const record = (value: unknown): Fields =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)

/** Whether a person wrote to this number. An account may have others, whose messages are not for us. */
const isTo = (payload: Fields, ours: string): boolean =>
  Array.isArray(payload['to']) && payload['to'].some((each) => record(each)['phone_number'] === ours)

interface Envelope {
  readonly data: Fields
  readonly payload: Fields
}

/** Null if it is no JSON. */
const readEnvelope = (rawBody: Uint8Array): Envelope | null => {
  try {
    const data = record(record(JSON.parse(Buffer.from(rawBody).toString('utf8')))['data'])
    return { data, payload: record(data['payload']) }
  } catch {
    return null
  }
}

const writtenText = ({ payload }: Envelope): WrittenText | null => {
  const from = text(record(payload['from'])['phone_number'])
  if (from === null) return null
  const files = Array.isArray(payload['media']) ? payload['media'].length : 0
  return { from, text: text(payload['text']) ?? '', files }
}

/** States of a message of ours before its last one. */
const progress: ReadonlySet<string> = new Set(['queued', 'sending', 'sent'])
const failures: ReadonlySet<string> = new Set(['delivery_failed', 'sending_failed', 'delivery_unconfirmed', 'expired'])

/** What a person wrote, out of a verified report; null for anything else. */
export const readText = (rawBody: Uint8Array): WrittenText | null => {
  const envelope = readEnvelope(rawBody)
  return envelope?.data['event_type'] === 'message.received' ? writtenText(envelope) : null
}

/**
 * Reads one verified report of the Messages API. `ours` is the number from which we send. The vendor counts its attempts next to `data`,
 * so only `data` identifies a report.
 */
export const readReport = (rawBody: Uint8Array, now: Date, ours: string): SmsEvent => {
  const envelope = readEnvelope(rawBody)
  const isEvent = envelope !== null && text(envelope.data['event_type']) !== null
  const said = isEvent ? JSON.stringify(envelope.data) : rawBody
  const fingerprint = createHash('sha256').update(said).digest('hex')
  const id = envelope && text(envelope.data['id'])
  return {
    id: id !== null && id.length <= 100 ? id : fingerprint,
    fingerprint,
    report: envelope ? reportOf(envelope, now, ours) : { kind: 'held', reason: 'unreadable', about: 'report', at: now },
  }
}

const reportOf = (envelope: Envelope, now: Date, ours: string): SmsReport => {
  const { data, payload } = envelope
  const occurredAt = new Date(text(data['occurred_at']) ?? NaN)
  const at = Number.isNaN(occurredAt.getTime()) ? now : occurredAt
  const held = (reason: SmsFault, about: 'text' | 'report'): SmsReport => ({ kind: 'held', reason, about, at })
  if (data['event_type'] === 'message.received') {
    const written = writtenText(envelope)
    if (written === null) return held('unreadable', 'text')
    if (!isTo(payload, ours)) return held('another-number', 'text')
    const kind = readKeyword(written.text)
    return kind === null ? { kind: 'text', at, ...written } : { kind, from: written.from, at }
  }
  if (data['event_type'] === 'message.sent') return { kind: 'progress', vendorId: text(payload['id']) }
  if (data['event_type'] !== 'message.finalized')
    return held(text(data['event_type']) === null ? 'unreadable' : 'unknown-code', 'report')
  const vendorId = text(payload['id'])
  const to = Array.isArray(payload['to']) ? record(payload['to'][0]) : {}
  const status = text(to['status'])
  if (vendorId === null || status === null) return held('unreadable', 'report')
  if (progress.has(status)) return { kind: 'progress', vendorId }
  if (status === 'delivered') return { kind: 'delivered', vendorId, code: null, at }
  if (!failures.has(status)) return held('unknown-code', 'report')
  const errors = Array.isArray(payload['errors']) ? record(payload['errors'][0]) : {}
  const code = text(errors['code'])
  return {
    kind: 'failed',
    vendorId,
    code: code !== null && /^\d{1,8}$/.test(code) ? `sms-${code}` : `sms-${status.replaceAll('_', '-')}`,
    at,
  }
}
