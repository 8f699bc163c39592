import { nothingToDo, onEvent } from '../../../platform/contracts/reaction.ts'
import type { VisitsContext } from '../ports.ts'
import { listSeatsByVisit } from '../store/seats.ts'
import { readVisitFacts } from '../store/visits.ts'
import { endRoom } from '../workflows/end-room.ts'

/** Ejects everyone at the vendor. Retried until it succeeds: an ended visit must not leave a usable room. */
export const onVisitEndedCloseRoom = onEvent<VisitsContext>()(['visits.ended'], 'visits.close-room-on-end', {
  gather: async ({ organizationId, data }, ports, context) => {
    const visit = await readVisitFacts(context.db, context, data.visitId)
    const provider = await ports.video.providerOf(organizationId, visit.vendor)
    const { room } = visit
    if (room !== null && provider?.capabilities(context.now).covered.has('roomsAtVendor'))
      await endRoom(provider, { room, seats: await listSeatsByVisit(context.db, visit.id), now: context.now })
    return nothingToDo
  },
  decide: () => nothingToDo,
})
