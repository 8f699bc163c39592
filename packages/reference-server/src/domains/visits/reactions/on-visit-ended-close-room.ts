import { nothingToDo, onEvent } from '../../../platform/contracts/reaction.ts'
import type { VisitsContext } from '../ports.ts'
import { readVisitFacts } from '../store/visits.ts'

/** Puts everyone out at the vendor. Tried again until it is done: an ended visit must not leave a room that someone can sit in. */
export const onVisitEndedCloseRoom = onEvent<VisitsContext>()(['visits.ended'], 'visits.close-room-on-end', {
  gather: async ({ organizationId, data }, ports, reading) => {
    const visit = await readVisitFacts(reading.db, reading, data.visitId)
    const provider = await ports.video.providerOf(organizationId, visit.vendor)
    // A room that the vendor never heard of needs no closing.
    if (provider?.capabilities.ownRooms && visit.room.closesAt !== null) await provider.closeRoom(visit.room.name)
    return nothingToDo
  },
  keep: async () => undefined,
})
