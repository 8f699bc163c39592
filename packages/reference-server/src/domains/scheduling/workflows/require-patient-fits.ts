import type { components } from '@visitkit/contract'
import { notFound } from '../../../platform/problems/problem.ts'
import type { ReadContext } from '../../../platform/contracts/context.ts'
import type { Appointment } from '../model/appointment.ts'
import { presentAppointment } from '../presenters/present-appointment.ts'
import type { Hold } from '../model/hold.ts'
import { refusalOfStart } from '../model/start-bounds.ts'
import type { SchedulingPorts } from '../ports.ts'
import { problemOfRefusal } from '../problems.ts'
import type { AppointmentDetails } from '../store/appointments.ts'
import type { OrganizationCalendar } from '../store/organization-calendar.ts'
import type { VisitType } from '../store/visit-types.ts'

export interface BookingPresenter {
  readonly type: VisitType
  readonly present: (appointment: Appointment, details: AppointmentDetails) => components['schemas']['Appointment']
}

/**
 * Checks again at booking that this practitioner may see this patient: age and license. Notice and horizon were checked at the hold, and
 * stay as they were then.
 */
export const requirePatientFits = async (
  { directory, policy }: SchedulingPorts,
  context: ReadContext,
  calendar: OrganizationCalendar,
  hold: Hold,
  patientId: string,
): Promise<BookingPresenter> => {
  const { now, caller } = context
  await directory.actingFor(context, patientId, 'schedule')
  const [patient, summaries] = await Promise.all([
    directory.patient(context, patientId),
    caller.kind === 'member' ? directory.patientSummaries(context, [patientId]) : undefined,
  ])
  const type = calendar.visitType(hold.visitTypeId)
  const practitioner = calendar.practitioner(hold.practitionerId)
  const summary = calendar.summary(hold.practitionerId, now)
  if (!type || !practitioner || !summary) throw notFound('hold_outlived_its_subject')
  const shape = { ...type, minimumNoticeMinutes: -Infinity, horizonDays: Infinity }
  const wanted = { patient, state: hold.stateCode ?? patient.state }
  const refusal = refusalOfStart(practitioner, shape, wanted, hold.start.getTime(), now.getTime())
  if (refusal !== null) throw problemOfRefusal(refusal)
  return {
    type,
    present: (appointment, details) =>
      presentAppointment(appointment, {
        type,
        practitioner: summary,
        patient: summaries?.get(patientId),
        details,
        policy,
      }),
  }
}
