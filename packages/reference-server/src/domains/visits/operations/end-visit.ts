import { operation } from '../../../platform/contracts/operation.ts'
import type { VisitsContext } from '../ports.ts'
import { endVisitWithSeats } from '../workflows/end-visit-with-seats.ts'
import { isHeld } from '../model/seat.ts'
import { ownersOf } from '../model/visit.ts'
import { readVisitAndQueue } from '../store/visit-and-seats.ts'
import { presentVisit } from '../presenters/present-visit.ts'
import { gatherVisit } from '../workflows/gather-visit.ts'

export const endVisit = operation<VisitsContext>()('endVisit', {
  gather: async ({ path }, ports, context) => {
    const { waiting, ...stored } = await readVisitAndQueue(context.db, context, path.visitId)
    context.access.requireOwner(ownersOf(stored.visit))
    return { ...(await gatherVisit(ports, context, stored)), waiting }
  },
  decide: ({ body }, { visit: before, seats, waiting, practitioner, isLicensed }, { now, caller }) => {
    const { visit, writes, events } = endVisitWithSeats(before, waiting, body.outcome, now)
    const left = seats.map((seat) => (isHeld(seat) ? { ...seat, leftAt: now } : seat))
    return {
      writes,
      events,
      answer: { status: 200, body: presentVisit(visit, left, practitioner, isLicensed, caller) },
    }
  },
})
