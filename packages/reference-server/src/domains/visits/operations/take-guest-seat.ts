import { operation } from '../../../platform/contracts/operation.ts'
import type { VisitsContext } from '../ports.ts'
import { notAdmitted } from '../problems.ts'
import { readGuest, replaceGuestFacts } from '../store/guests.ts'
import { findVisitOfAppointment } from '../store/visit-and-seats.ts'
import { issueSeat, seatParticipant } from '../workflows/seat-participant.ts'

export const takeGuestSeat = operation<VisitsContext>()('takeGuestSeat', {
  gather: async (_, ports, context) => {
    const guest = await readGuest(context.db, context, context.caller.personId)
    const seated = await findVisitOfAppointment(context.db, context, guest.appointmentId)
    if (guest.status !== 'admitted' || seated === null) throw notAdmitted()
    return { guest, issued: await issueSeat(ports, context, seated) }
  },
  decide: (_, { guest, issued }, { now }) => {
    const { writes, events, answer } = seatParticipant(issued, now)
    // Of a seat and a removal at the same time, the second one is decided again, and knows of the first.
    const seen = replaceGuestFacts({ ...guest, version: guest.version + 1 }, guest)
    return { writes: [seen, ...writes], events, answer: { status: 201, body: answer } }
  },
})
