import { createHmac } from 'node:crypto'
import type { VideoCapabilities } from '../capabilities.ts'
import { seatInvalid } from '../problems.ts'
import { isRoomId } from '../room-key.ts'
import type { IceServer, VideoProvider } from '../provider.ts'

export interface PeerProviderOptions {
  /** From the pack of `peer`, mode `direct`. */
  readonly capabilities: (at: Date) => VideoCapabilities
  /** Servers by which a browser learns its public address. Not needed on one machine or one network. */
  readonly stunUrls?: readonly string[]
  /**
   * A TURN server with shared-secret credentials, such as coturn's `use-auth-secret` (draft-uberti-behave-turn-rest). Each seat gets a
   * user name that expires with the seat, so that people cannot use the relay after their visit.
   */
  readonly turn?: { readonly urls: readonly string[]; readonly secret: string }
}

/**
 * Two or three browsers directly over WebRTC, with the live stream for signaling. There is no vendor and no room: the visit decides who
 * may exchange signals, so ending the visit or a session ends that permission at once. For demonstrations and tests.
 */
export const createPeerProvider = (options: PeerProviderOptions): VideoProvider => {
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
    capabilities: options.capabilities,
    // The visit is the room: its key is the room's id.
    openRoom: async ({ key, closesAt }) => {
      if (!isRoomId(key)) throw new RangeError('a room needs a key of letters, digits, - and _')
      return { vendorRoomId: key, url: null, closesAt, endsBy: 'server' }
    },
    extendRoom: async (room, closesAt) => ({ ...room, closesAt }),
    issueSeat: async ({ room, seatId, expiresAt }, now) => {
      if (expiresAt <= now) throw seatInvalid('seat already expired')
      if (room.closesAt <= now) throw seatInvalid('room already ended')
      if (expiresAt > room.closesAt) throw seatInvalid('seat would outlive the room')
      return {
        vendor: 'peer',
        vendorRoomId: room.vendorRoomId,
        seatId,
        roomUrl: null,
        token: null,
        iceServers: iceServers(seatId, expiresAt),
        expiresAt,
      }
    },
    // There is no connection to end: the server stops relaying signals, and the page leaves.
    eject: async () => 0,
    closeRoom: async () => undefined,
    findRooms: async () => [],
    parseWebhook: async () => [],
    watchWebhooks: async () => null,
  }
}
