import { nothingToDo, onEvent } from '../../../platform/contracts/reaction.ts'
import { seatLeft } from '../events.ts'
import { isHeld } from '../model/seat.ts'
import type { VisitsContext } from '../ports.ts'
import { listSeatsByVisit, listSeatsBySession, updateSeat } from '../store/seats.ts'
import { readVisitFacts } from '../store/visits.ts'
import { ejectSeat } from '../workflows/end-room.ts'

/** A session that idled out during a call: the chart locks, the call continues. */
const continuesAfter = 'idle'

/** A person who signed out or lost their access leaves every room. */
export const onSessionEndedLeaveSeats = onEvent<VisitsContext>()(
  ['identity.session-ended'],
  'visits.leave-seats-on-session-ended',
  {
    gather: async ({ organizationId, data }, ports, context) => {
      if (data.reason === continuesAfter) return nothingToDo
      const seats = await listSeatsBySession(context.db, data.sessionId)
      if (seats.length === 0) return nothingToDo
      for (const seat of seats) {
        const visit = await readVisitFacts(context.db, context, seat.visitId)
        const provider = await ports.video.providerOf(organizationId, visit.vendor)
        const covered = provider?.capabilities(context.now).covered
        if (provider && visit.room && covered?.has('roomsAtVendor') && covered.has('eject'))
          await ejectSeat(provider, seat, visit.room)
      }
      return seats
    },
    keep: async (_, seats, context) => {
      const { tx, emit, now } = context
      for (const { id, visitId } of seats) {
        const visit = await readVisitFacts(tx, context, visitId, 'for-update')
        const seat = (await listSeatsByVisit(tx, visitId)).find((each) => each.id === id)
        if (!seat || !isHeld(seat)) continue
        const left = { ...seat, leftAt: now }
        await updateSeat(tx, left)
        await emit(seatLeft(visit, left))
      }
    },
  },
)
