import { createHmac, randomBytes, randomUUID } from 'node:crypto'
import type { SimulatedDaily } from '../../../../../sandbox/src/video/start-video.ts'
import type { VideoProvider, WebhookRequest } from '../provider.ts'
import { shippedCapabilities } from '../shipped-capabilities.testing.ts'
import { createDailyProvider, type DailyProviderOptions } from './daily-provider.ts'
import { anyHost } from '../../../platform/egress/any-host.testing.ts'

/** The real adapter with the sandbox's Daily, over the network: tests call only its start and its list of received requests. */

export const webhookSecret = randomBytes(32).toString('base64')

/** The adapter in the mode of this Daily. */
export const providerFor = (daily: SimulatedDaily, more: Partial<DailyProviderOptions> = {}): VideoProvider =>
  createDailyProvider({
    outgoing: anyHost,
    capabilities: shippedCapabilities('daily', daily.mode),
    apiKey: daily.apiKey,
    apiBase: daily.apiBase,
    webhookSecret,
    ...more,
  })

const media = { audio: false, video: false, screenVideo: false, screenAudio: false }

/** Joins and leaves, like a browser. */
export const enter = async (daily: SimulatedDaily, room: string, token: string): Promise<string> => {
  const socket = new WebSocket(`${daily.url.replace('http', 'ws')}/call`)
  const response = await new Promise<{ type: string; reason?: string }>((resolve, reject) => {
    socket.onopen = () => socket.send(JSON.stringify({ type: 'join', room, token, media }))
    socket.onmessage = ({ data }) => resolve(JSON.parse(String(data)) as { type: string; reason?: string })
    socket.onerror = () => reject(new Error('no connection'))
  })
  socket.close()
  return response.type === 'joined' ? 'in' : (response.reason ?? 'refused')
}

export const signed = (body: object, sentAt: Date, secret = webhookSecret): WebhookRequest => {
  const rawBody = Buffer.from(JSON.stringify(body))
  const timestamp = String(Math.floor(sentAt.getTime() / 1000))
  const signature = createHmac('sha256', Buffer.from(secret, 'base64'))
    .update(`${timestamp}.`)
    .update(rawBody)
    .digest('base64')
  return { rawBody, headers: { 'x-webhook-timestamp': timestamp, 'x-webhook-signature': signature }, now: sentAt }
}

export const joined = (room: string, seatId: string, at: Date) => ({
  version: '1.0.0',
  type: 'participant.joined',
  id: `ptcpt-join-${randomUUID()}`,
  payload: {
    joined_at: at.getTime() / 1000,
    session_id: randomUUID(),
    room,
    user_id: seatId,
    user_name: 'Patient',
    owner: false,
  },
  event_ts: at.getTime() / 1000,
})
