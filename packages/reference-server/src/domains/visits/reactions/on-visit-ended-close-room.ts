import { nothingToDo, onEvent } from '../../../platform/contracts/reaction.ts'
import type { VisitsContext } from '../ports.ts'
import { seatsOf } from '../store/seats.ts'
import { readVisitFacts } from '../store/visits.ts'
import { endRoom } from '../workflows/end-room.ts'

/** Ejects everyone at the vendor. Tried again until it is done: an ended visit must not leave a room that someone can sit in. */
export const onVisitEndedCloseRoom = onEvent<VisitsContext>()(['visits.ended'], 'visits.close-room-on-end', {
  gather: async ({ organizationId, data }, ports, reading) => {
    const visit = await readVisitFacts(reading.db, reading, data.visitId)
    const provider = await ports.video.providerOf(organizationId, visit.vendor)
    const { room } = visit
    if (room !== null && provider?.capabilities(reading.now).covered.has('roomsAtVendor'))
      await endRoom(provider, { room, seats: await seatsOf(reading.db, visit.id), now: reading.now })
    return nothingToDo
  },
  keep: async () => undefined,
})
