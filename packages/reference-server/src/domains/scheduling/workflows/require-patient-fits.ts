import type { components } from '@visitkit/contract'
import { notFound } from '../../../platform/problems/problem.ts'
import type { Reading } from '../../../platform/contracts/context.ts'
import type { Appointment } from '../model/appointment.ts'
import { describeAppointment } from '../presenters/describe-appointment.ts'
import type { Hold } from '../model/hold.ts'
import { refusalOfStart } from '../model/start-bounds.ts'
import type { SchedulingPorts } from '../ports.ts'
import { refusalProblem } from '../problems.ts'
import type { AppointmentDetails } from '../store/appointments.ts'
import type { OrganizationCalendar } from '../store/organization-calendar.ts'
import type { VisitType } from '../store/visit-types.ts'

export interface BookingContext {
  readonly type: VisitType
  readonly describe: (appointment: Appointment, details: AppointmentDetails) => components['schemas']['Appointment']
}

/**
 * Checks once more, at booking, that this practitioner may see this patient: age and licence. Notice and horizon were checked when
 * the time was held, and a hold keeps what it promised.
 */
export const requirePatientFits = async (
  { directory, policy }: SchedulingPorts,
  reading: Reading,
  calendar: OrganizationCalendar,
  hold: Hold,
  patientId: string,
): Promise<BookingContext> => {
  const { now, caller } = reading
  await directory.actingFor(reading, patientId, 'schedule')
  const [patient, summaries] = await Promise.all([
    directory.patient(reading, patientId),
    caller.kind === 'member' ? directory.patientSummaries(reading, [patientId]) : undefined,
  ])
  const type = calendar.visitType(hold.visitTypeId)
  const practitioner = calendar.practitioner(hold.practitionerId)
  const summary = calendar.summary(hold.practitionerId, now)
  if (!type || !practitioner || !summary) throw notFound('hold_outlived_its_subject')
  const shape = { ...type, noticeMinutes: -Infinity, horizonDays: Infinity }
  const wanted = { patient, state: hold.stateCode ?? patient.state }
  const refusal = refusalOfStart(practitioner, shape, wanted, hold.start.getTime(), now.getTime())
  if (refusal !== null) throw refusalProblem(refusal)
  return {
    type,
    describe: (appointment, details) =>
      describeAppointment(appointment, {
        type,
        practitioner: summary,
        patient: summaries?.get(patientId),
        details,
        policy,
      }),
  }
}
