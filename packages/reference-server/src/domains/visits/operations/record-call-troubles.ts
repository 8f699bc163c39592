import { operation } from '../../../platform/contracts/operation.ts'
import { notFound } from '../../../platform/problems/problem.ts'
import { visitChanged } from '../events.ts'
import { continueIn, countTroubles } from '../model/seat.ts'
import type { VisitsContext } from '../ports.ts'
import { presentVisit } from '../presenters/present-visit.ts'
import { seats as seatTable } from '../store/seats.ts'
import { readVisitAndSeats } from '../store/visit-and-seats.ts'
import { gatherVisit } from '../workflows/gather-visit.ts'

export const recordCallTroubles = operation<VisitsContext>()('recordCallTroubles', {
  gather: async ({ path }, ports, context) =>
    gatherVisit(ports, context, await readVisitAndSeats(context.db, context, path.visitId)),
  decide: ({ path, body }, { visit, seats, practitioner, isLicensed }, { caller }) => {
    const seat = seats.find(({ id, personId }) => id === path.seatId && personId === caller.personId)
    if (seat === undefined) throw notFound('not a seat of this person')
    const recorded = { ...continueIn(seat, caller), troubles: countTroubles(body.troubles) }
    const after = seats.map((each) => (each.id === seat.id ? recorded : each))
    return {
      writes: [seatTable.replace(recorded, seat)],
      events: [visitChanged(visit)],
      answer: { status: 200, body: presentVisit(visit, after, practitioner, isLicensed, caller) },
    }
  },
})
