import { createHmac } from 'node:crypto'
import { seatInvalid } from '../problems.ts'
import { isRoomName } from '../room-name.ts'
import type { IceServer, VideoProvider } from '../provider.ts'

export interface PeerProviderOptions {
  /** Servers that tell a browser its own address. None are needed on one machine or one network. */
  readonly stunUrls?: readonly string[]
  /**
   * A TURN server with shared-secret credentials, such as coturn's `use-auth-secret` (draft-uberti-behave-turn-rest). Each seat gets
   * a user name that ends with the seat, so that a relay cannot be used by anyone who merely once had a visit.
   */
  readonly turn?: { readonly urls: readonly string[]; readonly secret: string }
}

/** Three browsers each send to two others; beyond that a home connection's upload is the limit. */
const maxParticipants = 3

/**
 * Two or three browsers directly over WebRTC, with the live stream as signalling. There is no vendor and no room anywhere: who may
 * exchange signals is decided by the visit, so ending the visit or a session ends the right at once. For demonstration and tests.
 */
export const createPeerProvider = (options: PeerProviderOptions = {}): VideoProvider => {
  const iceServers = (seatId: string, expiresAt: Date): readonly IceServer[] => {
    const stun = options.stunUrls?.length ? [{ urls: options.stunUrls }] : []
    if (!options.turn) return stun
    const username = `${Math.floor(expiresAt.getTime() / 1000)}:${seatId}`
    const credential = createHmac('sha1', options.turn.secret).update(username).digest('base64')
    return [...stun, { urls: options.turn.urls, username, credential }]
  }

  return {
    vendor: 'peer',
    thirdParty: false,
    capabilities: {
      production: false,
      maxParticipants,
      ownRooms: false,
      recording: false,
      webhooks: false,
      seatsWithoutNetwork: true,
    },
    ensureRoom: async (request) => {
      if (!isRoomName(request.name)) throw new RangeError('a room needs a name from newRoomName()')
      return { name: request.name, url: null, closesAt: request.closesAt }
    },
    issueSeat: async ({ room, seatId, expiresAt }, now) => {
      if (expiresAt <= now) throw seatInvalid('seat already expired')
      if (room.closesAt <= now) throw seatInvalid('room already ended')
      if (expiresAt > room.closesAt) throw seatInvalid('seat would outlive the room')
      return {
        vendor: 'peer',
        room: room.name,
        seatId,
        roomUrl: null,
        token: null,
        iceServers: iceServers(seatId, expiresAt),
        expiresAt,
      }
    },
    // Nothing to end elsewhere: browsers stop hearing each other when the relay stops passing their signals, and the page leaves.
    eject: async () => 0,
    closeRoom: async () => undefined,
    parseWebhook: async () => [],
  }
}
