import { operation } from '../../../platform/contracts/operation.ts'
import { ownersOf } from '../model/visit.ts'
import type { VisitsContext } from '../ports.ts'
import { readVisitAndSeats } from '../store/visit-and-seats.ts'
import { issueSeat, seatParticipant } from '../workflows/seat-participant.ts'

export const takeSeat = operation<VisitsContext>()('takeSeat', {
  gather: async ({ path }, ports, context) => {
    const seated = await readVisitAndSeats(context.db, context, path.visitId)
    context.access.requireOwner(ownersOf(seated.visit))
    await ports.directory.actingFor(context, seated.visit.patientId, 'visit')
    return issueSeat(ports, context, seated)
  },
  decide: (_, issued, { now }) => {
    const { writes, events, answer } = seatParticipant(issued, now)
    return { writes, events, answer: { status: 201, body: answer } }
  },
})
