import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { signatureInvalid } from '../problems.ts'
import type { UnusableReport, VideoEvent, VideoEventType, WebhookRequest } from '../provider.ts'
import type { ReplayGuard } from '../replay-guard.ts'

/** Maximum age of a report, and maximum lead of the sender's clock. */
const toleranceMs = 5 * 60_000

const types: Readonly<Record<string, VideoEventType>> = {
  'meeting.started': 'room-started',
  'meeting.ended': 'room-ended',
  'participant.joined': 'participant-joined',
  'participant.left': 'participant-left',
}

/** Unix seconds or milliseconds: Daily's documentation does not specify it, and no time of this century is valid as both. */
const readTimestamp = (header: string): Date | null => {
  if (!/^\d{9,14}$/.test(header)) return null
  const value = Number(header)
  return new Date(value < 100_000_000_000 ? value * 1000 : value)
}

const verify = (request: WebhookRequest, secret: string, replays: ReplayGuard): void => {
  const header = request.headers['x-webhook-timestamp']
  const signature = request.headers['x-webhook-signature']
  if (!header || !signature) throw signatureInvalid('signature or timestamp missing')
  const sentAt = readTimestamp(header)
  if (!sentAt) throw signatureInvalid('timestamp unreadable')
  const expected = createHmac('sha256', Buffer.from(secret, 'base64'))
    .update(`${header}.`)
    .update(request.rawBody)
    .digest()
  const given = Buffer.from(signature, 'base64')
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) throw signatureInvalid('signature differs')
  // After the signature, so that an old report with a wrong signature is reported as a wrong signature.
  if (Math.abs(request.now.getTime() - sentAt.getTime()) > toleranceMs)
    throw signatureInvalid('timestamp outside five minutes')
  const until = new Date(sentAt.getTime() + toleranceMs)
  if (!replays.firstTime(expected.toString('base64'), until, request.now)) throw signatureInvalid('report repeated')
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const instant = (value: unknown): Date | null =>
  typeof value === 'number' && value > 0 && value < 100_000_000_000 ? new Date(value * 1000) : null

const text = (value: unknown): string | null =>
  typeof value === 'string' && value.length > 0 && value.length <= 200 ? value : null

/**
 * Verifies and reads one report of Daily (docs.daily.co/reference/rest-api/webhooks): HMAC-SHA256 with the base64-decoded secret over
 * `timestamp.body`, in base64. The unsigned test that Daily sends when a webhook is created is an empty list: it has no effect, and without
 * a 200 the webhook could not be created.
 */
export const readWebhook = (
  request: WebhookRequest,
  secret: string,
  replays: ReplayGuard,
): readonly (VideoEvent | UnusableReport)[] => {
  let body: unknown
  try {
    body = JSON.parse(Buffer.from(request.rawBody).toString('utf8'))
  } catch {
    throw signatureInvalid('body is not JSON')
  }
  if (isObject(body) && body['test'] === 'test' && Object.keys(body).length === 1) return []
  verify(request, secret, replays)
  const id = isObject(body) ? text(body['id']) : null
  const unusable = (fault: UnusableReport['fault']): readonly UnusableReport[] => [
    { id: id ?? createHash('sha256').update(request.rawBody).digest('hex'), fault },
  ]
  if (!isObject(body) || typeof body['type'] !== 'string') return unusable('unreadable')
  const type = types[body['type']]
  if (!type) return unusable('unknown-code')
  const payload = body['payload']
  if (!isObject(payload)) return unusable('unreadable')
  const room = text(payload['room'])
  const joined = instant(payload['joined_at'])
  const seconds = typeof payload['duration'] === 'number' && payload['duration'] >= 0 ? payload['duration'] : null
  const at =
    type === 'room-started'
      ? instant(payload['start_ts'])
      : type === 'room-ended'
        ? instant(payload['end_ts'])
        : type === 'participant-joined'
          ? joined
          : joined && seconds !== null
            ? new Date(joined.getTime() + seconds * 1000)
            : null
  if (!id || !room || !at) return unusable('unreadable')
  const person = type === 'participant-joined' || type === 'participant-left'
  return [
    {
      id,
      type,
      vendorRoomId: room,
      seatId: person ? text(payload['user_id']) : null,
      vendorParticipantId: person ? text(payload['session_id']) : null,
      at,
      seconds: type === 'participant-left' ? seconds : null,
    },
  ]
}
