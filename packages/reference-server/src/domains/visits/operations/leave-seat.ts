import { operation } from '../../../platform/contracts/operation.ts'
import { notFound } from '../../../platform/problems/problem.ts'
import { seatLeft } from '../events.ts'
import { isHeld } from '../model/seat.ts'
import type { VisitsContext } from '../ports.ts'
import { seatsOf, updateSeat } from '../store/seats.ts'
import { readVisit } from '../store/visits.ts'
import { answerOfVisit } from '../presenters/answer-of-visit.ts'
import { gatherVisit } from '../workflows/gather-visit.ts'

export const leaveSeat = operation<VisitsContext>()('leaveSeat', {
  gather: ({ path }, ports, reading) => gatherVisit(ports, reading, path.visitId),
  keep: async ({ path }, { practitioner, isLicensed }, keeping) => {
    const { tx, caller, emit, now } = keeping
    const visit = await readVisit(tx, keeping, path.visitId, 'lock')
    const seats = await seatsOf(tx, visit.id)
    const seat = seats.find(({ id, personId }) => id === path.seatId && personId === caller.personId)
    if (seat === undefined) throw notFound('not a seat of this person')
    const left = isHeld(seat) ? { ...seat, leftAt: now } : seat
    if (left !== seat) {
      await updateSeat(tx, left)
      await emit(seatLeft(visit, left))
    }
    const after = seats.map((each) => (each.id === left.id ? left : each))
    return { status: 200, body: answerOfVisit(visit, after, practitioner, isLicensed) }
  },
})
