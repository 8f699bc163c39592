import { operation } from '../../../platform/contracts/operation.ts'
import { notFound } from '../../../platform/problems/problem.ts'
import { seatLeft } from '../events.ts'
import { isHeld } from '../model/seat.ts'
import type { VisitsContext } from '../ports.ts'
import { listSeatsByVisit, updateSeat } from '../store/seats.ts'
import { readVisit } from '../store/visits.ts'
import { presentVisit } from '../presenters/present-visit.ts'
import { gatherVisit } from '../workflows/gather-visit.ts'

export const leaveSeat = operation<VisitsContext>()('leaveSeat', {
  gather: ({ path }, ports, context) => gatherVisit(ports, context, path.visitId),
  keep: async ({ path }, { practitioner, isLicensed }, context) => {
    const { tx, caller, emit, now } = context
    const visit = await readVisit(tx, context, path.visitId, 'for-update')
    const seats = await listSeatsByVisit(tx, visit.id)
    const seat = seats.find(({ id, personId }) => id === path.seatId && personId === caller.personId)
    if (seat === undefined) throw notFound('not a seat of this person')
    const left = isHeld(seat) ? { ...seat, leftAt: now } : seat
    if (left !== seat) {
      await updateSeat(tx, left)
      await emit(seatLeft(visit, left))
    }
    const after = seats.map((each) => (each.id === left.id ? left : each))
    return { status: 200, body: presentVisit(visit, after, practitioner, isLicensed) }
  },
})
