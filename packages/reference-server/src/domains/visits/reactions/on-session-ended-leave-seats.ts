import { nothingToDo, onEvents } from '../../../platform/contracts/reaction.ts'
import { isHeld } from '../model/seat.ts'
import type { VisitsContext } from '../ports.ts'
import { listVisitsBySession } from '../store/visit-and-seats.ts'
import { ejectSeated, leaveSeated } from '../workflows/leave-seats.ts'

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
      await ejectSeated(ports, { organizationId: page[0].organizationId, now }, seated)
      return seated
    },
    decide: ({ data }, seated, { now }) =>
      leaveSeated(
        seated.filter(({ seat }) => seat.sessionId === data.sessionId),
        now,
      ),
  },
)
