import type { components } from '@visitkit/contract'
import type { ReadContext } from '../../../../platform/contracts/context.ts'
import type { Appointment } from '../../kernel/model/appointment.ts'
import { presentAppointment } from '../../kernel/presenters/present-appointment.ts'
import type { PractitionerSummary, SchedulingPorts } from '../../ports.ts'
import type { AppointmentDetails } from '../../kernel/store/appointments.ts'
import type { VisitType } from '../../kernel/store/visit-types.ts'
import { gatherRefusedConsents } from './gather-refused-consents.ts'

export interface AppointmentPresenter {
  readonly typeOf: (appointment: Appointment) => VisitType
  readonly present: (appointment: Appointment, details: AppointmentDetails) => components['schemas']['Appointment']
}

/** Loads what the presentation of these appointments needs: types, practitioners and, for members, names of patients. */
export const readAppointmentPresenter = async (
  ports: SchedulingPorts,
  context: ReadContext,
  appointments: readonly Appointment[],
): Promise<AppointmentPresenter> => {
  const { directory, slots, policy } = ports
  const { caller, now } = context
  const patientIds = [...new Set(appointments.map(({ patientId }) => patientId))]
  const [calendar, patients] = await Promise.all([
    slots.calendar(context),
    caller.kind === 'member' && patientIds.length > 0 ? directory.patientSummaries(context, patientIds) : undefined,
  ])
  const practitionerIds = new Set(
    appointments.flatMap(({ practitionerId, claimOwners }) => [practitionerId, ...claimOwners]),
  )
  const left = [...practitionerIds].filter((id) => !calendar.practitioner(id) && !calendar.resource(id))
  const former = left.length > 0 ? await directory.practitionerSummaries(context, left) : undefined
  const summaryOf = (id: string): PractitionerSummary | undefined => calendar.summary(id, now) ?? former?.get(id)
  const owners = { ...calendar.owners(now), practitioner: summaryOf }
  const practitionerOf = ({ practitionerId }: Appointment): PractitionerSummary => {
    const summary = summaryOf(practitionerId)
    if (!summary) throw new Error('the directory keeps everyone who has ever practiced')
    return summary
  }
  const typeOf = ({ visitTypeId }: Appointment): VisitType => {
    const type = calendar.visitType(visitTypeId)
    if (!type) throw new Error('the visit type of an appointment is never removed')
    return type
  }
  const isForMember = caller.kind === 'member'
  const refused = isForMember ? await gatherRefusedConsents(ports, context, appointments, typeOf) : null
  return {
    typeOf,
    present: (appointment, details) =>
      presentAppointment(appointment, {
        type: typeOf(appointment),
        practitioner: practitionerOf(appointment),
        patient: patients?.get(appointment.patientId),
        isForMember,
        details,
        policy,
        owners,
        refusedConsents: refused?.get(appointment.id) ?? [],
      }),
  }
}
