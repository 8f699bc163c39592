import { onEvent } from '../../../platform/contracts/reaction.ts'
import type { Keeping } from '../../../platform/contracts/context.ts'
import { closeVisit } from '../workflows/close-visit.ts'
import { emitQueueMoved, visitChanged } from '../events.ts'
import { follow, type VisitFacts } from '../model/visit.ts'
import type { VisitsContext } from '../ports.ts'
import { liveVisitsOfPatient } from '../store/live-visits.ts'
import { readVisitFacts, updateVisit } from '../store/visits.ts'

/**
 * Scheduling refuses to move or cancel an appointment whose patient has checked in, but it hears of a check-in a moment later than it
 * happens. Whatever slipped through in that moment is set right here, so that nobody waits for a visit that will not be.
 */
export const onAppointmentCancelledEndVisit = onEvent<VisitsContext>()(
  ['scheduling.appointment-cancelled'],
  'visits.end-visit-on-appointment-cancelled',
  {
    keep: async ({ data }, _, keeping) => {
      const visit = await lockWaiting(keeping, data.patientId, data.appointmentId)
      if (visit) await closeVisit(keeping, visit, 'patient-left')
    },
  },
)

export const onAppointmentRescheduledMoveVisit = onEvent<VisitsContext>()(
  ['scheduling.appointment-rescheduled'],
  'visits.move-visit-on-appointment-rescheduled',
  {
    keep: async ({ data }, _, keeping) => {
      const visit = await lockWaiting(keeping, data.patientId, data.appointmentId)
      const moved =
        visit &&
        follow(visit, {
          practitionerId: data.practitionerId,
          appointmentStart: new Date(data.start),
          appointmentEnd: new Date(data.end),
        })
      if (!visit || !moved) return
      await updateVisit(keeping.tx, keeping, visit, moved)
      await keeping.emit(visitChanged(moved))
      for (const id of new Set([visit.practitionerId, moved.practitionerId])) await emitQueueMoved(keeping, id)
    },
  },
)

const lockWaiting = async (keeping: Keeping, patientId: string, appointmentId: string): Promise<VisitFacts | null> => {
  const found = (await liveVisitsOfPatient(keeping.tx, patientId)).find(
    (visit) => visit.appointmentId === appointmentId,
  )
  if (!found) return null
  const visit = await readVisitFacts(keeping.tx, keeping, found.id, 'lock')
  return visit.status === 'waiting' ? visit : null
}
