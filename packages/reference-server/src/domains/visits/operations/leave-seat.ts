import { operation } from '../../../platform/contracts/operation.ts'
import { notFound } from '../../../platform/problems/problem.ts'
import { seatLeft } from '../events.ts'
import { isHeld } from '../model/seat.ts'
import type { VisitsContext } from '../ports.ts'
import { seats as seatTable } from '../store/seats.ts'
import { readVisitAndSeats } from '../store/visit-and-seats.ts'
import { presentVisit } from '../presenters/present-visit.ts'
import { gatherVisit } from '../workflows/gather-visit.ts'
import { gatherListeners, notifyGuests } from '../workflows/notify-guests.ts'

export const leaveSeat = operation<VisitsContext>()('leaveSeat', {
  gather: async ({ path }, ports, context) => {
    const loaded = await gatherVisit(ports, context, await readVisitAndSeats(context.db, context, path.visitId))
    return { ...loaded, guests: await gatherListeners(context.db, loaded.visit) }
  },
  decide: ({ path }, { visit, seats, practitioner, isLicensed, guests }, { caller, now }) => {
    const seat = seats.find(({ id, personId }) => id === path.seatId && personId === caller.personId)
    if (seat === undefined) throw notFound('not a seat of this person')
    const left = isHeld(seat) ? { ...seat, leftAt: now } : seat
    const after = seats.map((each) => (each.id === left.id ? left : each))
    const answer = { status: 200, body: presentVisit(visit, after, practitioner, isLicensed, caller) } as const
    return left === seat
      ? { answer }
      : {
          writes: [seatTable.replace(left, seat)],
          events: [seatLeft(visit, left), ...notifyGuests(visit, guests)],
          answer,
        }
  },
})
