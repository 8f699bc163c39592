import type { components } from '@visitkit/contract'
import type { ListCareParticipants } from '../../platform/care/care-ports.ts'
import type { Database } from '../../platform/contracts/database.ts'
import type { ReadContext } from '../../platform/contracts/context.ts'
import { notFound } from '../../platform/problems/problem.ts'
import type { SensitiveBookings } from '../../platform/sensitive/sensitive-ports.ts'
import type { Appointment } from './kernel/model/appointment.ts'
import type { SchedulingPolicy } from './kernel/model/scheduling-policy.ts'
import {
  decryptDetails,
  findAppointments,
  listAppointments,
  readAppointment,
  type AppointmentFilter,
} from './kernel/store/appointments.ts'
import { factsInMemory } from '../../platform/database/facts/fact-memory.ts'
import { listSensitiveBookings } from './kernel/store/sensitive-bookings.ts'
import { listSubstanceUseAppointments } from './kernel/store/substance-use-appointments.ts'
import { countWaiting } from './waitlist/store/count-waiting.ts'
import type { DirectoryPort } from './ports.ts'
import { collectDowntimeVisits } from './bookings/workflows/collect-downtime-visits.ts'
import { listAppointmentCareParticipants } from './bookings/store/care-participants.ts'
import type { PractitionerFacts } from './kernel/model/practitioner.ts'
import { withPractitioner } from './supply/model/changed-supply.ts'
import { gatherEffect } from './supply/workflows/gather-effect.ts'
import { requireSeen } from './supply/workflows/require-seen.ts'
import type { SlotIndex } from './kernel/store/slot-index.ts'
import type { VisitType } from './kernel/store/visit-types.ts'

/** An appointment as other domains see it: facts and visit type, nothing encrypted. */
export interface KnownAppointment extends Appointment {
  readonly type: VisitType
  /** When check-in opens. */
  readonly checkInFrom: Date
}

/**
 * What downstream domains can read about scheduling, for the caller's organization and access. Decrypts nothing and so records no access:
 * the operation that shows the result must name the patient in its own response.
 */
export interface SchedulingProvides {
  /** Throws `not_found`. Includes retired types: past appointments name them. */
  visitType(context: ReadContext, visitTypeId: string): Promise<VisitType>
  /** Bookable types. */
  visitTypes(context: ReadContext): Promise<readonly VisitType[]>
  /** Throws `not_found`, also for an appointment that is not accessible to the caller. */
  appointment(context: ReadContext, appointmentId: string): Promise<KnownAppointment>
  /** By start, at most 500, of a patient or a practitioner. `from` and `to` bound the time of the appointments. */
  appointments(
    context: ReadContext,
    filter: Omit<AppointmentFilter, 'patientIds'> & { readonly patientId?: string },
  ): Promise<KnownAppointment[]>
  /** Whether the patient has completed a visit here. Decrypts nothing. */
  hasVisited(context: ReadContext, patientId: string): Promise<boolean>
  /** Throws `appointments_affected` if the practitioner, changed like this, strands more booked appointments than the caller has seen. */
  requireStrandedSeen(context: ReadContext, practitioner: PractitionerFacts, seen: number | undefined): Promise<void>
  /** What the patients wrote at booking, by appointment; those without a reason are left out. Decrypts each and records the access. */
  reasons(context: ReadContext, appointmentIds: readonly string[]): Promise<ReadonlyMap<string, string>>
  /** The visits of today and tomorrow, for a front desk without the system. Decrypts each, and the records of the patients. */
  downtimeList(context: ReadContext): Promise<components['schemas']['DowntimeList']>
  /** Requested appointments, and patients who wait for a time. Decrypts nothing and records no access. */
  countWaiting(context: ReadContext): Promise<{ readonly requests: number; readonly waitlist: number }>
  /** The appointments and places in line of these patients of which others may not learn. Decrypts nothing. */
  sensitiveBookings(organizationId: string, patientIds: readonly string[]): Promise<SensitiveBookings>
  /** Those of a patient about substance use (42 CFR part 2). Decrypts nothing. */
  substanceUseAppointments(organizationId: string, patientId: string): Promise<readonly string[]>
  /** Practitioners with a relationship to these patients, as known to this domain. Decrypts nothing and records no access. */
  readonly listCareParticipants: ListCareParticipants
}

/** Nothing undoes a completed visit. The key of an event that completes none is empty, and no fact has it. */
const visited = factsInMemory('scheduling.visited', {
  'scheduling.appointment-progressed': ({ patientId, status }) => (status === 'completed' ? patientId : ''),
})

export const schedulingProvides = (
  database: Pick<Database, 'reader'>,
  slots: SlotIndex,
  policy: SchedulingPolicy,
  directory: DirectoryPort,
): SchedulingProvides => {
  const own = (context: ReadContext): ReadContext => ({
    ...context,
    db: database.reader({ domain: 'scheduling', organizationId: context.caller.organizationId }),
  })
  const knownIn = async (
    context: ReadContext,
    appointments: readonly Appointment[],
  ): Promise<readonly KnownAppointment[]> => {
    const types = appointments.map(({ visitTypeId }) => visitTypeId)
    const calendar = await slots.definitions(context, types)
    return appointments.map((appointment) => {
      const type = calendar.visitType(appointment.visitTypeId)
      if (!type) throw new Error('the visit type of an appointment is never removed')
      return {
        ...appointment,
        type,
        checkInFrom: new Date(appointment.start.getTime() - policy.checkInMinutes * 60_000),
      }
    })
  }
  return {
    visitType: async (asked, visitTypeId) => {
      const type = (await slots.definitions(own(asked), [visitTypeId])).visitType(visitTypeId)
      if (!type) throw notFound('visit_type_unknown')
      return type
    },
    visitTypes: async (asked) => (await slots.definitions(own(asked), [])).visitTypes(),
    appointment: async (asked, appointmentId) => {
      const context = own(asked)
      const appointment = await readAppointment(context.db, context, appointmentId)
      const [known] = await knownIn(context, [appointment])
      return known as KnownAppointment
    },
    appointments: async (asked, { patientId, ...filter }) => {
      const context = own(asked)
      const { access, caller } = context
      if (patientId !== undefined && access.reach === 'own' && !caller.patientIds.includes(patientId))
        throw notFound('patient_beyond_reach')
      const everyone = access.reach === 'own' ? caller.patientIds : null
      const patientIds = patientId === undefined ? everyone : [patientId]
      const found = await listAppointments(context.db, { ...filter, patientIds }, null, 500)
      return [...(await knownIn(context, found))]
    },
    hasVisited: async (asked, patientId) => {
      const completed = { patientIds: [patientId], status: 'completed' } as const
      const { db } = own(asked)
      return visited(db, patientId, async () => (await listAppointments(db, completed, null, 1)).length > 0)
    },
    requireStrandedSeen: async (asked, practitioner, seen) => {
      const context = own(asked)
      const calendar = await slots.currentCalendar(context)
      const { affected } = await gatherEffect(context, withPractitioner(calendar, practitioner), {
        ownerId: practitioner.id,
      })
      requireSeen(affected.length, seen)
    },
    reasons: async (asked, appointmentIds) => {
      const context = own(asked)
      if (appointmentIds.length === 0) return new Map()
      const found = [...(await findAppointments(context.db, appointmentIds)).values()]
      const reasons = await Promise.all(
        found.map(async (each): Promise<[string, string][]> => {
          const { reason } = await decryptDetails(context.db, context, each)
          return reason === undefined ? [] : [[each.id, reason]]
        }),
      )
      return new Map(reasons.flat())
    },
    downtimeList: (asked) => collectDowntimeVisits(directory, own(asked)),
    countWaiting: (asked) => countWaiting(own(asked).db),
    substanceUseAppointments: (organizationId, patientId) =>
      listSubstanceUseAppointments(database.reader({ domain: 'scheduling', organizationId }), patientId),
    sensitiveBookings: (organizationId, patientIds) =>
      listSensitiveBookings(database.reader({ domain: 'scheduling', organizationId }), patientIds),
    listCareParticipants: (organizationId, patientIds, since) =>
      listAppointmentCareParticipants(database.reader({ domain: 'scheduling', organizationId }), patientIds, since),
  }
}
