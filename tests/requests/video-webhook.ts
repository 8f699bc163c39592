import { createHmac, randomBytes, randomUUID } from 'node:crypto'

const secret = randomBytes(32).toString('base64')

/** Settings with a video vendor that sends reports; nothing is ever sent to it. */
export const videoVendor = {
  VISITKIT_VIDEO: 'peer,daily',
  VISITKIT_DAILY_API_KEY: randomUUID(),
  VISITKIT_DAILY_DOMAIN_ID: randomUUID(),
  VISITKIT_DAILY_WEBHOOK_SECRET: secret,
  VISITKIT_DAILY_API_BASE: 'http://127.0.0.1:1/v1',
  VISITKIT_VENDOR_AGREEMENTS: 'daily:us:2026-01-01:',
}

/** A report as the vendor would sign it. */
export const videoWebhook = (now: Date): { body: unknown; headers: Record<string, string> } => {
  const seconds = Math.floor(now.getTime() / 1000)
  const body = {
    version: '1.0.0',
    type: 'meeting.started',
    id: randomUUID(),
    payload: { room: randomUUID(), start_ts: seconds },
    event_ts: seconds,
  }
  const signature = createHmac('sha256', Buffer.from(secret, 'base64'))
    .update(`${seconds}.${JSON.stringify(body)}`)
    .digest('base64')
  return { body, headers: { 'x-webhook-timestamp': String(seconds), 'x-webhook-signature': signature } }
}
