import type { VideoProvider } from '../../../vendors/video/provider.ts'
import type { Seat } from '../model/seat.ts'
import type { Room } from '../model/visit.ts'

/**
 * Ends a room at the vendor and ejects everyone. A vendor that cannot end rooms only ejects; no seat is issued from then on, and the other
 * tokens expire within minutes.
 */
export const endRoom = async (
  provider: VideoProvider,
  { room, seats, now }: { readonly room: Room; readonly seats: readonly Seat[]; readonly now: Date },
): Promise<void> => {
  const { covered } = provider.capabilities(now)
  if (covered.has('end')) return provider.closeRoom(room.vendorRoomId)
  if (covered.has('eject')) for (const seat of seats) await ejectSeat(provider, seat, room)
}

/** Ends the connections of one seat, in the room in which it was issued. */
export const ejectSeat = async (
  provider: VideoProvider,
  { id: seatId, vendorRoomId, vendorParticipantId }: Seat,
  room: Room,
): Promise<void> => {
  await provider.eject({ vendorRoomId: vendorRoomId ?? room.vendorRoomId, seatId, vendorParticipantId })
}
