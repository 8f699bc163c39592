import type { CarersOf } from '../../platform/care/care-ports.ts'
import type { Database } from '../../platform/contracts/database.ts'
import type { ReadContext } from '../../platform/contracts/context.ts'
import { notFound } from '../../platform/problems/problem.ts'
import type { Appointment } from './model/appointment.ts'
import type { SchedulingPolicy } from './model/scheduling-policy.ts'
import { listAppointments, readAppointment, type AppointmentFilter } from './store/appointments.ts'
import { appointmentCarers } from './store/caregivers.ts'
import type { SlotIndex } from './store/slot-index.ts'
import type { VisitType } from './store/visit-types.ts'

/** An appointment as other domains see it: facts and its visit type, nothing that is sealed. */
export interface KnownAppointment extends Appointment {
  readonly type: VisitType
  /** When check-in opens. */
  readonly checkInFrom: Date
}

/**
 * What downstream may ask of scheduling, within the caller's organization and reach. Nothing sealed is opened, so no access is noted here:
 * anyone who shows what is answered names the patient in its own answer.
 */
export interface SchedulingProvides {
  /** Throws `not_found`. Retired types are found too: past appointments name them. */
  visitType(context: ReadContext, visitTypeId: string): Promise<VisitType>
  /** Those that can be booked. */
  visitTypes(context: ReadContext): Promise<readonly VisitType[]>
  /** Throws `not_found`, also beyond the caller's reach. */
  appointment(context: ReadContext, appointmentId: string): Promise<KnownAppointment>
  /** By start, at most 500. A patient's or a practitioner's; `from` and `to` bound the time that they take. */
  appointments(
    context: ReadContext,
    filter: Omit<AppointmentFilter, 'patientIds'> & { readonly patientId?: string },
  ): Promise<KnownAppointment[]>
  /** Who cares for these patients, as far as is known here. Opens nothing and notes no access. */
  readonly carersOf: CarersOf
}

export const schedulingProvides = (
  database: Pick<Database, 'reader'>,
  slots: SlotIndex,
  policy: SchedulingPolicy,
): SchedulingProvides => {
  const own = (context: ReadContext): ReadContext => ({
    ...context,
    db: database.reader({ domain: 'scheduling', organizationId: context.caller.organizationId }),
  })
  const knownIn = async (context: ReadContext): Promise<(appointment: Appointment) => KnownAppointment> => {
    const calendar = await slots.calendar(context)
    return (appointment) => {
      const type = calendar.visitType(appointment.visitTypeId)
      if (!type) throw new Error('the visit type of an appointment is never removed')
      return {
        ...appointment,
        type,
        checkInFrom: new Date(appointment.start.getTime() - policy.checkInMinutes * 60_000),
      }
    }
  }
  return {
    visitType: async (asked, visitTypeId) => {
      const type = (await slots.calendarKnowing(own(asked), { visitTypeId })).visitType(visitTypeId)
      if (!type) throw notFound('visit_type_unknown')
      return type
    },
    visitTypes: async (asked) => (await slots.calendar(own(asked))).visitTypes(),
    appointment: async (asked, appointmentId) => {
      const context = own(asked)
      const appointment = await readAppointment(context.db, context, appointmentId)
      return (await knownIn(context))(appointment)
    },
    appointments: async (asked, { patientId, ...filter }) => {
      const context = own(asked)
      const { access, caller } = context
      if (patientId !== undefined && access.reach === 'own' && !caller.patientIds.includes(patientId))
        throw notFound('patient_beyond_reach')
      const everyone = access.reach === 'own' ? caller.patientIds : null
      const patientIds = patientId === undefined ? everyone : [patientId]
      const found = await listAppointments(context.db, { ...filter, patientIds }, null, 500)
      return found.map(await knownIn(context))
    },
    carersOf: (organizationId, patientIds, since) =>
      appointmentCarers(database.reader({ domain: 'scheduling', organizationId }), patientIds, since),
  }
}
