import { nothingToDo, onEvents } from '../../../platform/contracts/reaction.ts'
import { seatLeft } from '../events.ts'
import { isHeld } from '../model/seat.ts'
import type { VisitsContext } from '../ports.ts'
import { seats as seatTable } from '../store/seats.ts'
import { listVisitsBySession } from '../store/visit-and-seats.ts'
import { ejectSeat } from '../workflows/end-room.ts'

/** A session that idled out during a call: the chart locks, the call continues. */
const continuesAfter = 'idle'

/** A person who signed out or lost their access leaves every room. */
export const onSessionEndedLeaveSeats = onEvents<VisitsContext>()(
  ['identity.session-ended'],
  'visits.leave-seats-on-session-ended',
  {
    gather: async (page, ports, { db, now }) => {
      const sessionIds = page.flatMap(({ data }) => (data.reason === continuesAfter ? [] : [data.sessionId]))
      if (sessionIds.length === 0) return nothingToDo
      const seated = (await listVisitsBySession(db, sessionIds)).flatMap(({ visit, seats }) =>
        seats.filter((seat) => isHeld(seat) && sessionIds.includes(seat.sessionId)).map((seat) => ({ visit, seat })),
      )
      if (seated.length === 0) return nothingToDo
      for (const { visit, seat } of seated) {
        const provider = await ports.video.providerOf(page[0].organizationId, visit.vendor)
        const covered = provider?.capabilities(now).covered
        if (provider && visit.room && covered?.has('roomsAtVendor') && covered.has('eject'))
          await ejectSeat(provider, seat, visit.room)
      }
      return seated
    },
    decide: ({ data }, seated, { now }) => {
      const left = seated
        .filter(({ seat }) => seat.sessionId === data.sessionId)
        .map(({ visit, seat: before }) => ({ visit, before, after: { ...before, leftAt: now } }))
      if (left.length === 0) return nothingToDo
      return {
        writes: left.map(({ before, after }) => seatTable.replace(after, before)),
        events: left.map(({ visit, after }) => seatLeft(visit, after)),
        answer: undefined,
      }
    },
  },
)
