import type { VideoCapabilities } from '../capabilities.ts'
import { createIceServers, type IceServerSettings } from '../ice-servers.ts'
import { seatInvalid } from '../problems.ts'
import { isRoomId } from '../room-key.ts'
import type { VideoProvider } from '../provider.ts'

export interface PeerProviderOptions extends IceServerSettings {
  /** From the pack of `peer`, mode `direct`. */
  readonly capabilities: (at: Date) => VideoCapabilities
}

/**
 * Two or three browsers directly over WebRTC, with the live stream for signaling. There is no vendor and no room: the visit decides who
 * may exchange signals, so ending the visit or a session ends that permission at once. For demonstrations and tests.
 */
export const createPeerProvider = (options: PeerProviderOptions): VideoProvider => {
  const iceServers = createIceServers(options)

  return {
    vendor: 'peer',
    thirdParty: false,
    reader: 'none',
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
    recordsByDefault: async () => false,
    watchWebhooks: async () => null,
  }
}
