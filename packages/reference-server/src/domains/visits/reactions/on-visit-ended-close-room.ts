import { nothingToDo, onEvents } from '../../../platform/contracts/reaction.ts'
import type { VisitsContext } from '../ports.ts'
import { listVisitsAndSeats } from '../store/visit-and-seats.ts'
import { endRoom } from '../workflows/end-room.ts'
import { hasRoomsAtVendors } from '../workflows/has-rooms-at-vendors.ts'

/** Ejects everyone at the vendor. Retried until it succeeds: an ended visit must not leave a usable room. */
export const onVisitEndedCloseRoom = onEvents<VisitsContext>()(['visits.ended'], 'visits.close-room-on-end', {
  gather: async (page, ports, { db, now }) => {
    if (!hasRoomsAtVendors(ports, now)) return nothingToDo
    const ended = await listVisitsAndSeats(
      db,
      page.map(({ data }) => data.visitId),
    )
    await Promise.all(
      ended.map(async ({ visit, seats }) => {
        const provider = await ports.video.providerOf(page[0].organizationId, visit.vendor)
        const { room } = visit
        if (room !== null && provider?.capabilities(now).covered.has('roomsAtVendor'))
          await endRoom(provider, { room, seats, now })
      }),
    )
    return nothingToDo
  },
  decide: () => nothingToDo,
})
