import type { VideoCapabilities } from '../capabilities.ts'
import { capabilityNotCovered, vendorUnavailable, seatInvalid } from '../problems.ts'
import { createReplayGuard } from '../replay-guard.ts'
import { isRoomId } from '../room-key.ts'
import type { VideoProvider, VideoRoom } from '../provider.ts'
import { createDailyClient, DailyRefusal, type DailyClientOptions } from './daily-client.ts'
import { findDailyRooms } from './find-rooms.ts'
import { readWebhook } from './read-webhook.ts'
import { readDailyAccount } from './read-account.ts'
import { roomSettings, seconds } from './room-settings.ts'
import { signMeetingToken } from './sign-meeting-token.ts'
import { watchDailyWebhooks } from './watch-webhooks.ts'

export interface DailyProviderOptions extends DailyClientOptions {
  /** From the pack of `daily`, in the mode of the account: `hipaa` or `plain`. */
  readonly capabilities: (at: Date) => VideoCapabilities
  /** The domain's id, which every token contains. If absent, read from Daily once. */
  readonly domainId?: string
  /** The webhook's `hmac`, in base64. Without it every report is refused. */
  readonly webhookSecret?: string
}

/** How long the account's settings are trusted. Milliseconds. */
const unrecordedFor = 60_000

/** Daily (docs.daily.co): rooms are created over REST ahead of the visit, seats are tokens signed here. */
export const createDailyProvider = (options: DailyProviderOptions): VideoProvider => {
  const client = createDailyClient(options)
  const replays = createReplayGuard()
  const local = options.apiBase?.startsWith('http:') === true
  let domainId: Promise<string> | null = options.domainId === undefined ? null : Promise.resolve(options.domainId)

  const askDomainId = async (): Promise<string> => {
    const account = await orUnavailable('GET /', readDailyAccount(client))
    if (account.domainId === null) throw vendorUnavailable('daily GET /: no domain_id')
    return account.domainId
  }

  /** Since when the account is known not to record. No visit is recorded: a room would inherit it from the account. */
  let unrecordedAt = -Infinity
  let asking: Promise<boolean> | null = null
  const recordsByDefault = async (): Promise<boolean> => {
    if (performance.now() - unrecordedAt < unrecordedFor) return false
    asking ??= orUnavailable('GET /', readDailyAccount(client))
      .then(({ isRecording }) => isRecording)
      .finally(() => (asking = null))
    if (await asking) return true
    unrecordedAt = performance.now()
    return false
  }
  const recorded = () => capabilityNotCovered('daily: the account records by default')

  /** An unexpected refusal is a fault of the setup (API key, plan, changed API): the visit cannot continue either way. */
  const orUnavailable = async <T>(route: string, work: Promise<T>): Promise<T> => {
    try {
      return await work
    } catch (error) {
      if (error instanceof DailyRefusal) throw vendorUnavailable(`daily ${route}: ${error.message}`)
      throw error
    }
  }

  /** Daily's description of the room. A room that anyone could enter, or that does not end, is not accepted. */
  const readRoom = (response: Readonly<Record<string, unknown>>): VideoRoom => {
    const { name, url, privacy, config } = response
    if (typeof name !== 'string' || !isRoomId(name) || typeof url !== 'string' || !URL.canParse(url))
      throw vendorUnavailable('daily room: unexpected answer')
    if (privacy !== 'private') throw vendorUnavailable('daily room: not private')
    if (new URL(url).protocol !== 'https:' && !local) throw vendorUnavailable('daily room: address without TLS')
    const exp = (config as { exp?: unknown } | undefined)?.exp
    if (typeof exp !== 'number') throw vendorUnavailable('daily room: without an end')
    return { vendorRoomId: name, url, closesAt: new Date(exp * 1000), endsBy: 'vendor' }
  }

  const path = (vendorRoomId: string): string => {
    if (!isRoomId(vendorRoomId)) throw new RangeError('a room of Daily has a name of letters, digits, - and _')
    return `/rooms/${encodeURIComponent(vendorRoomId)}`
  }

  return {
    vendor: 'daily',
    thirdParty: true,
    reader: 'daily-webhooks-2',
    capabilities: (at) => {
      const capabilities = options.capabilities(at)
      if (options.webhookSecret !== undefined) return capabilities
      return { ...capabilities, covered: capabilities.covered.difference(new Set(['webhooks'] as const)) }
    },

    openRoom: async (request, now) => {
      if (!isRoomId(request.key)) throw new RangeError('a room needs a key of letters, digits, - and _')
      const settings = roomSettings(request)
      if (await recordsByDefault()) throw recorded()
      const make = (body: object) => client.call({ method: 'POST', path: '/rooms', route: '/rooms', body })
      if (!options.capabilities(now).covered.has('namesChosenByUs'))
        return readRoom(await orUnavailable('POST /rooms', make(settings)))
      try {
        return readRoom(await make({ name: request.key, ...settings }))
      } catch (error) {
        // Daily responds with 400 for a name that exists: from an interrupted attempt, or an attempt whose response was lost. It also
        // responds so in HIPAA mode, where the name is then unknown. The text is not stable.
        if (!(error instanceof DailyRefusal) || error.status !== 400)
          return orUnavailable('POST /rooms', Promise.reject(error))
      }
      const update = { method: 'POST', path: path(request.key), route: '/rooms/:name', body: settings } as const
      return readRoom(await orUnavailable('POST /rooms/:name, after the name was refused', client.call(update)))
    },

    extendRoom: async ({ vendorRoomId }, closesAt) => {
      const body = { properties: { exp: seconds(closesAt), eject_at_room_exp: true } }
      const call = { method: 'POST', path: path(vendorRoomId), route: '/rooms/:name', body } as const
      try {
        return readRoom(await client.call(call))
      } catch (error) {
        if (error instanceof DailyRefusal && error.status === 404) return null
        return orUnavailable('POST /rooms/:name', Promise.reject(error))
      }
    },

    issueSeat: async ({ room, seatId, role, mayShareScreen, expiresAt, ejectAtExpiry }, now) => {
      if (expiresAt <= now) throw seatInvalid('seat already expired')
      if (room.closesAt <= now) throw seatInvalid('room already ended')
      if (expiresAt > room.closesAt) throw seatInvalid('seat would outlive the room')
      if (room.url === null) throw seatInvalid('room was not made by this vendor')
      // Daily stores at most 36 characters of a user id.
      if (!/^[A-Za-z0-9_-]{1,36}$/.test(seatId))
        throw new RangeError('a seat needs an id of at most 36 letters, digits, - and _')
      // The account may have been changed after the room was opened. A seat needs no answer of Daily: who waits for one is let in.
      if (await recordsByDefault().catch(() => false)) throw recorded()
      domainId ??= askDomainId().catch((error: unknown) => {
        domainId = null
        throw error
      })
      const { vendorRoomId } = room
      const claims = {
        room: vendorRoomId,
        seatId,
        role,
        mayShareScreen,
        expiresAt,
        ejectAtExpiry: ejectAtExpiry ?? false,
      }
      return {
        vendor: 'daily',
        vendorRoomId,
        seatId,
        roomUrl: room.url,
        token: signMeetingToken(claims, await domainId, options.apiKey, now),
        iceServers: [],
        expiresAt,
      }
    },

    eject: async ({ vendorRoomId, seatId, vendorParticipantId }) => {
      const call = {
        method: 'POST',
        path: `${path(vendorRoomId)}/eject`,
        route: '/rooms/:name/eject',
        body: { ids: vendorParticipantId === null ? [] : [vendorParticipantId], user_ids: [seatId], ban: true },
      } as const
      try {
        const { ejectedIds } = await client.call(call)
        return Array.isArray(ejectedIds) ? ejectedIds.length : 0
      } catch (error) {
        if (error instanceof DailyRefusal && error.status === 404) return 0
        return orUnavailable('POST /rooms/:name/eject', Promise.reject(error))
      }
    },

    closeRoom: async (vendorRoomId) => {
      const gone = (error: unknown): void => {
        if (!(error instanceof DailyRefusal) || error.status !== 404) throw error
      }
      const close = async (): Promise<void> => {
        // Deletion has a separate limit, a tenth of the others'. If calls are queued, the room's end is first set to now, so that no one
        // can join.
        if (client.slowWaiting > 0) {
          const body = { properties: { exp: seconds(new Date()), eject_at_room_exp: true } }
          await client.call({ method: 'POST', path: path(vendorRoomId), route: '/rooms/:name', body }).catch(gone)
        }
        const call = { method: 'DELETE', path: path(vendorRoomId), route: '/rooms/:name', slow: true } as const
        await client.call(call).catch(gone)
      }
      await orUnavailable('DELETE /rooms/:name', close())
    },

    findRooms: (attempts, signal) => orUnavailable('GET /rooms', findDailyRooms(client, attempts, signal)),

    recordsByDefault,

    parseWebhook: async (request) => readWebhook(request, requireSecret(options.webhookSecret), replays),

    watchWebhooks: async (pointsHere, signal) => {
      const webhookSecret = requireSecret(options.webhookSecret)
      const isHipaa = options.capabilities(new Date()).mode === 'hipaa'
      return orUnavailable('GET /webhooks', watchDailyWebhooks(client, { pointsHere, webhookSecret, isHipaa, signal }))
    },
  }
}

/** An empty key would accept what an attacker signs with an empty key. */
const requireSecret = (secret: string | undefined): string => {
  if (secret === undefined || Buffer.from(secret, 'base64').length < 16)
    throw vendorUnavailable('daily webhook secret missing or short')
  return secret
}
