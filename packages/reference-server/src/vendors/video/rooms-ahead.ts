import { newRoomName } from './room-name.ts'
import type { VideoProvider, VideoRoom } from './provider.ts'

export interface RoomsAheadOptions {
  readonly provider: VideoProvider
  /** How many unused rooms to keep. Enough for the visits that start while the vendor's limit refills. */
  readonly ready: number
  /** How long a room may wait before its visit. */
  readonly shelfSeconds: number
  /** The longest visit, with the time that it may run over. */
  readonly visitSeconds: number
  readonly maxParticipants: number
  readonly clock: () => Date
  /** Told when a room could not be made; it is tried again with the next `take` or `fill`. */
  readonly onFailure: (error: unknown) => void
}

export interface RoomsAhead {
  /** An unused room that stays open for a whole visit: from the shelf at once, or a new one when the shelf is empty. */
  take(): Promise<VideoRoom>
  /** Makes rooms until enough are ready. */
  fill(): Promise<void>
  /** Ends the unused rooms. */
  close(): Promise<void>
  readonly ready: number
}

/**
 * Rooms made before anyone needs them, so that a visit starts without a request to the vendor. Every room serves one visit and is then
 * closed: a standing room would let a patient with a seat from the last visit walk into the next patient's. Unused rooms end by
 * themselves when their time is over, also when this process dies.
 */
export const createRoomsAhead = (options: RoomsAheadOptions): RoomsAhead => {
  const { provider, clock } = options
  let shelf: VideoRoom[] = []
  let filling: Promise<void> | null = null

  const make = (shelfSeconds: number): Promise<VideoRoom> =>
    provider.ensureRoom({
      name: newRoomName(),
      opensAt: null,
      closesAt: new Date(clock().getTime() + (shelfSeconds + options.visitSeconds) * 1000),
      maxParticipants: options.maxParticipants,
    })

  const fresh = (room: VideoRoom): boolean => room.closesAt.getTime() - clock().getTime() >= options.visitSeconds * 1000

  const fill = (): Promise<void> => {
    filling ??= (async () => {
      try {
        shelf = shelf.filter(fresh)
        while (shelf.length < options.ready) shelf.push(await make(options.shelfSeconds))
      } catch (error) {
        options.onFailure(error)
      } finally {
        filling = null
      }
    })()
    return filling
  }

  return {
    get ready() {
      return shelf.filter(fresh).length
    },
    fill,
    take: async () => {
      shelf = shelf.filter(fresh)
      const room = shelf.shift()
      void fill()
      return room ?? make(0)
    },
    close: async () => {
      await filling
      const unused = shelf
      shelf = []
      await Promise.all(unused.map((room) => provider.closeRoom(room.name).catch(options.onFailure)))
    },
  }
}
