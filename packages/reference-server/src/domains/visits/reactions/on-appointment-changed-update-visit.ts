import { onEvent } from '../../../platform/contracts/reaction.ts'
import type { WriteContext } from '../../../platform/contracts/context.ts'
import { endVisitWithSeats } from '../workflows/end-visit-with-seats.ts'
import { emitQueueChanged, visitChanged } from '../events.ts'
import { followAppointment, type VisitFacts } from '../model/visit.ts'
import type { VisitsContext } from '../ports.ts'
import { listLiveVisitsByPatient } from '../store/live-visits.ts'
import { readVisitFacts, updateVisit } from '../store/visits.ts'

/**
 * Scheduling refuses to move or cancel an appointment whose patient has checked in, but it receives the check-in event a moment later. This
 * reaction corrects a change in that moment, so that no patient waits for a visit that does not take place.
 */
export const onAppointmentCancelledEndVisit = onEvent<VisitsContext>()(
  ['scheduling.appointment-cancelled'],
  'visits.end-visit-on-appointment-cancelled',
  {
    keep: async ({ data }, _, context) => {
      const visit = await lockWaiting(context, data.patientId, data.appointmentId)
      if (visit) await endVisitWithSeats(context, visit, 'patient-left')
    },
  },
)

export const onAppointmentRescheduledMoveVisit = onEvent<VisitsContext>()(
  ['scheduling.appointment-rescheduled'],
  'visits.move-visit-on-appointment-rescheduled',
  {
    keep: async ({ data }, _, context) => {
      const visit = await lockWaiting(context, data.patientId, data.appointmentId)
      const moved =
        visit &&
        followAppointment(visit, {
          practitionerId: data.practitionerId,
          appointmentStart: new Date(data.start),
          appointmentEnd: new Date(data.end),
        })
      if (!visit || !moved) return
      await updateVisit(context.tx, context, visit, moved)
      await context.emit(visitChanged(moved))
      for (const id of new Set([visit.practitionerId, moved.practitionerId])) await emitQueueChanged(context, id)
    },
  },
)

const lockWaiting = async (
  context: WriteContext,
  patientId: string,
  appointmentId: string,
): Promise<VisitFacts | null> => {
  const found = (await listLiveVisitsByPatient(context.tx, patientId)).find(
    (visit) => visit.appointmentId === appointmentId,
  )
  if (!found) return null
  const visit = await readVisitFacts(context.tx, context, found.id, 'for-update')
  return visit.status === 'waiting' ? visit : null
}
