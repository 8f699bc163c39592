import { vendorUnavailable, seatInvalid } from '../problems.ts'
import { createReplayGuard } from '../replay-guard.ts'
import { isRoomName } from '../room-name.ts'
import type { RoomRequest, VideoProvider, VideoRoom } from '../provider.ts'
import { createDailyClient, DailyRefusal, type DailyClientOptions } from './daily-client.ts'
import { readWebhook } from './read-webhook.ts'
import { signMeetingToken } from './sign-meeting-token.ts'

export interface DailyProviderOptions extends DailyClientOptions {
  /** The domain's id, which every token names. Asked from Daily once when absent. */
  readonly domainId?: string
  /** The webhook's `hmac`, in base64. Without it every report is refused. */
  readonly webhookSecret?: string
}

const seconds = (at: Date): number => Math.floor(at.getTime() / 1000)

/** Private, with an end at which everyone is put out, and with nothing on that a visit does not need. */
const roomSettings = (request: RoomRequest) => ({
  privacy: 'private',
  properties: {
    ...(request.opensAt === null ? {} : { nbf: seconds(request.opensAt) }),
    exp: seconds(request.closesAt),
    eject_at_room_exp: true,
    max_participants: request.maxParticipants,
    // Messages and files of a visit belong into the record, not into a vendor's chat.
    enable_chat: false,
    enable_knocking: false,
    enable_people_ui: false,
    enable_prejoin_ui: false,
    enforce_unique_user_ids: true,
  },
})

/** Daily (docs.daily.co): rooms over REST ahead of the visit, seats as tokens signed here. */
export const createDailyProvider = (options: DailyProviderOptions): VideoProvider => {
  const client = createDailyClient(options)
  const replays = createReplayGuard()
  const local = options.apiBase?.startsWith('http:') === true
  let domainId: Promise<string> | null = options.domainId === undefined ? null : Promise.resolve(options.domainId)

  const askDomainId = async (): Promise<string> => {
    const answer = await orUnavailable('GET /', client.call({ method: 'GET', path: '/', route: '/' }))
    if (typeof answer['domain_id'] !== 'string') throw vendorUnavailable('daily GET /: no domain_id')
    return answer['domain_id']
  }

  /** A refusal that no call of ours expects is a fault of the set-up (key, plan, changed API): the visit cannot go on either way. */
  const orUnavailable = async <T>(route: string, work: Promise<T>): Promise<T> => {
    try {
      return await work
    } catch (error) {
      if (error instanceof DailyRefusal) throw vendorUnavailable(`daily ${route}: ${error.message}`)
      throw error
    }
  }

  const readRoom = (answer: Readonly<Record<string, unknown>>, request: RoomRequest): VideoRoom => {
    const { name, url, privacy } = answer
    if (name !== request.name || typeof url !== 'string' || !URL.canParse(url))
      throw vendorUnavailable('daily room: unexpected answer')
    if (privacy !== 'private') throw vendorUnavailable('daily room: not private')
    if (new URL(url).protocol !== 'https:' && !local) throw vendorUnavailable('daily room: address without TLS')
    return { name: request.name, url, closesAt: request.closesAt }
  }

  const path = (room: string): string => {
    if (!isRoomName(room)) throw new RangeError('a room needs a name from newRoomName()')
    return `/rooms/${encodeURIComponent(room)}`
  }

  return {
    vendor: 'daily',
    thirdParty: true,
    capabilities: {
      production: true,
      maxParticipants: 20,
      ownRooms: true,
      recording: true,
      webhooks: options.webhookSecret !== undefined,
      seatsWithoutNetwork: true,
    },

    ensureRoom: async (request) => {
      const settings = roomSettings(request)
      const update = { method: 'POST', path: path(request.name), route: '/rooms/:name', body: settings } as const
      try {
        const body = { name: request.name, ...settings }
        return readRoom(await client.call({ method: 'POST', path: '/rooms', route: '/rooms', body }), request)
      } catch (error) {
        // 400 is Daily's answer for a name that exists, ours from before or from a try whose answer was lost. Its text is not stable.
        if (!(error instanceof DailyRefusal) || error.status !== 400)
          return orUnavailable('POST /rooms', Promise.reject(error))
      }
      return readRoom(await orUnavailable('POST /rooms/:name', client.call(update)), request)
    },

    issueSeat: async ({ room, seatId, role, mayShareScreen, expiresAt, ejectAtExpiry }, now) => {
      if (expiresAt <= now) throw seatInvalid('seat already expired')
      if (room.closesAt <= now) throw seatInvalid('room already ended')
      if (expiresAt > room.closesAt) throw seatInvalid('seat would outlive the room')
      if (room.url === null) throw seatInvalid('room was not made by this vendor')
      // Daily keeps at most 36 characters of a user id.
      if (!/^[A-Za-z0-9_-]{1,36}$/.test(seatId))
        throw new RangeError('a seat needs an id of at most 36 letters, digits, - and _')
      domainId ??= askDomainId().catch((error: unknown) => {
        domainId = null
        throw error
      })
      const claims = { room: room.name, seatId, role, mayShareScreen, expiresAt, ejectAtExpiry: ejectAtExpiry ?? false }
      return {
        vendor: 'daily',
        room: room.name,
        seatId,
        roomUrl: room.url,
        token: signMeetingToken(claims, await domainId, options.apiKey, now),
        iceServers: [],
        expiresAt,
      }
    },

    eject: async (room, seatId) => {
      const call = {
        method: 'POST',
        path: `${path(room)}/eject`,
        route: '/rooms/:name/eject',
        body: { user_ids: [seatId], ban: true },
      } as const
      try {
        const { ejectedIds } = await client.call(call)
        return Array.isArray(ejectedIds) ? ejectedIds.length : 0
      } catch (error) {
        if (error instanceof DailyRefusal && error.status === 404) return 0
        return orUnavailable('POST /rooms/:name/eject', Promise.reject(error))
      }
    },

    closeRoom: async (room) => {
      const gone = (error: unknown): void => {
        if (!(error instanceof DailyRefusal) || error.status !== 404) throw error
      }
      const close = async (): Promise<void> => {
        // Deleting has a limit of its own, a tenth of the others'. Behind a queue, the room's end is set to now first: nobody enters.
        if (client.slowWaiting > 0) {
          const body = { properties: { exp: seconds(new Date()), eject_at_room_exp: true } }
          await client.call({ method: 'POST', path: path(room), route: '/rooms/:name', body }).catch(gone)
        }
        await client.call({ method: 'DELETE', path: path(room), route: '/rooms/:name', slow: true }).catch(gone)
      }
      await orUnavailable('DELETE /rooms/:name', close())
    },

    parseWebhook: async (request) => readWebhook(request, requireSecret(options.webhookSecret), replays),
  }
}

/** An empty key would still verify what an attacker signs with an empty key. */
const requireSecret = (secret: string | undefined): string => {
  if (secret === undefined || Buffer.from(secret, 'base64').length < 16)
    throw vendorUnavailable('daily webhook secret missing or short')
  return secret
}
