import { nothingToDo, onEvent, onEvents } from '../../../platform/contracts/reaction.ts'
import { endVisitWithSeats } from '../workflows/end-visit-with-seats.ts'
import { queueChanged, visitChanged } from '../events.ts'
import { followAppointment } from '../model/visit.ts'
import { patientsInQueue } from '../model/waiting-patient.ts'
import type { VisitsContext } from '../ports.ts'
import { listWaitingPatients } from '../store/live-visits.ts'
import { listWaitingVisits, replaceVisitFacts } from '../store/visits.ts'

/**
 * Scheduling refuses to move or cancel an appointment whose patient has checked in, but it receives the check-in event a moment later. This
 * reaction corrects a change in that moment, so that no patient waits for a visit that does not take place.
 */
export const onAppointmentCancelledEndVisit = onEvents<VisitsContext>()(
  ['scheduling.appointment-cancelled'],
  'visits.end-visit-on-appointment-cancelled',
  {
    gather: async (page, _, { db }) => {
      const visits = await listWaitingVisits(
        db,
        page.map(({ data }) => data.appointmentId),
      )
      if (visits.length === 0) return nothingToDo
      const waiting = await listWaitingPatients(
        db,
        visits.map(({ practitionerId }) => practitionerId),
      )
      return { visits, waiting }
    },
    decide: ({ data }, { visits, waiting }, { now }) => {
      const visit = visits.find(({ appointmentId }) => appointmentId === data.appointmentId)
      if (!visit) return nothingToDo
      const { writes, events } = endVisitWithSeats(visit, waiting, 'patient-left', now)
      return { writes, events, answer: undefined }
    },
  },
)

/** An appointment may be moved twice, so one event at a time. */
export const onAppointmentRescheduledMoveVisit = onEvent<VisitsContext>()(
  ['scheduling.appointment-rescheduled'],
  'visits.move-visit-on-appointment-rescheduled',
  {
    gather: async ({ data }, _, { db }) => {
      const [visit] = await listWaitingVisits(db, [data.appointmentId])
      if (visit === undefined) return nothingToDo
      return { visit, waiting: await listWaitingPatients(db, [visit.practitionerId, data.practitionerId]) }
    },
    decide: ({ data }, { visit, waiting }) => {
      const moved = followAppointment(visit, {
        practitionerId: data.practitionerId,
        appointmentStart: new Date(data.start),
        appointmentEnd: new Date(data.end),
      })
      if (!moved) return nothingToDo
      const { id: visitId, patientId, practitionerId } = moved
      const after = [...waiting.filter((each) => each.visitId !== visitId), { visitId, patientId, practitionerId }]
      const queues = new Set([visit.practitionerId, practitionerId])
      return {
        writes: [replaceVisitFacts(moved, visit)],
        events: [visitChanged(moved), ...Array.from(queues, (id) => queueChanged(id, patientsInQueue(after, id)))],
        answer: undefined,
      }
    },
  },
)
