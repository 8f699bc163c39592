import { nothingToDo, onEvent, onEvents } from '../../../platform/contracts/reaction.ts'
import { guestChanged } from '../events.ts'
import { endGuest, moveGuest } from '../model/guest.ts'
import type { VisitsContext } from '../ports.ts'
import { listGuestsOf, replaceGuestFacts } from '../store/guests.ts'

/** The visit is over, or does not take place: no code is accepted, and identity ends the sessions of its guests. */
export const onVisitOverEndGuests = onEvents<VisitsContext>()(
  ['visits.ended', 'scheduling.appointment-cancelled'],
  'visits.end-guests-on-visit-over',
  {
    gather: async (page, _, { db }) => {
      const guests = await listGuestsOf(
        db,
        page.map(({ data }) => data.appointmentId),
      )
      return guests.length === 0 ? nothingToDo : guests
    },
    decide: ({ data }, guests, { now }) => {
      const ended = guests
        .filter(({ appointmentId }) => appointmentId === data.appointmentId)
        .flatMap((before) => {
          const after = endGuest(before, now)
          return after === null ? [] : [{ before, after }]
        })
      if (ended.length === 0) return nothingToDo
      return {
        writes: ended.map(({ before, after }) => replaceGuestFacts(after, before)),
        events: ended.map(({ after }) => guestChanged(after, [after.practitionerId])),
        answer: undefined,
      }
    },
  },
)

/** An appointment may be moved twice, so one event at a time. */
export const onAppointmentRescheduledMoveGuests = onEvent<VisitsContext>()(
  ['scheduling.appointment-rescheduled'],
  'visits.move-guests-on-appointment-rescheduled',
  {
    gather: async ({ data }, { policy }, { db }) => {
      const guests = await listGuestsOf(db, [data.appointmentId])
      return guests.length === 0 ? nothingToDo : { guests, policy }
    },
    decide: ({ data }, { guests, policy }) => {
      const { practitionerId } = data
      const appointment = { practitionerId, start: new Date(data.start), end: new Date(data.end) }
      const moved = guests.flatMap((before) => {
        const after = moveGuest(before, appointment, policy)
        return after === null ? [] : [{ before, after }]
      })
      if (moved.length === 0) return nothingToDo
      return {
        writes: moved.map(({ before, after }) => replaceGuestFacts(after, before)),
        events: moved.map(({ after }) => guestChanged(after, [practitionerId])),
        answer: undefined,
      }
    },
  },
)
