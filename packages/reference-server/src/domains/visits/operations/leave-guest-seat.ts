import { operation } from '../../../platform/contracts/operation.ts'
import { notFound } from '../../../platform/problems/problem.ts'
import { seatLeft } from '../events.ts'
import { isHeld } from '../model/seat.ts'
import type { VisitsContext } from '../ports.ts'
import { seats as seatTable } from '../store/seats.ts'
import { gatherGuestVisit } from '../workflows/gather-guest-visit.ts'
import { gatherListeners, notifyGuests } from '../workflows/notify-guests.ts'

export const leaveGuestSeat = operation<VisitsContext>()('leaveGuestSeat', {
  gather: async (_, ports, context) => {
    const loaded = await gatherGuestVisit(ports, context)
    return { ...loaded, guests: loaded.seated === null ? [] : await gatherListeners(context.db, loaded.seated.visit) }
  },
  decide: ({ path }, { seated, present, guests }, { caller, now }) => {
    const seat = seated?.seats.find(({ id, personId }) => id === path.seatId && personId === caller.personId)
    if (seated === null || seat === undefined) throw notFound('not a seat of this guest')
    const left = isHeld(seat) ? { ...seat, leftAt: now } : seat
    const after = seated.seats.map((each) => (each.id === left.id ? left : each))
    const answer = { status: 200, body: present(after) } as const
    return left === seat
      ? { answer }
      : {
          writes: [seatTable.replace(left, seat)],
          events: [seatLeft(seated.visit, left), ...notifyGuests(seated.visit, guests)],
          answer,
        }
  },
})
