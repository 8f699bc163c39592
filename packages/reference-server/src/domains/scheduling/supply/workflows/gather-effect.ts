import type { ReadContext } from '../../../../platform/contracts/context.ts'
import type { Appointment } from '../../kernel/model/appointment.ts'
import { isStrandedBy, reasonsSinceBooking } from '../../kernel/model/appointment-support.ts'
import type { Hold } from '../../kernel/model/hold.ts'
import type { Period } from '../../kernel/model/start-bounds.ts'
import { checkSupport, type Supply, type SupportReason } from '../../kernel/model/support.ts'
import { listAppointments, type EncryptedAppointment } from '../../kernel/store/appointments.ts'
import { listHeld } from '../../kernel/store/holds.ts'
import type { SchedulingPorts } from '../../ports.ts'
import { visitsOutsideAges } from '../model/visits-outside-ages.ts'

const batch = 500

/** Which times a change can concern. Absent means all. */
export interface SupplyScope {
  /** Of a practitioner or a resource. */
  readonly ownerId?: string | undefined
  readonly visitTypeId?: string | undefined
  /** Only what overlaps one of these periods. */
  readonly periods?: readonly Period[] | undefined
  /** Counts every booked appointment of the scope, stranded or not: they would be cancelled. */
  readonly isCancelled?: boolean
  /** Given if the change can strand a visit for the age of its patient. */
  readonly readBirthDays?: SchedulingPorts['readBirthDays'] | undefined
}

export interface AffectedAppointment {
  readonly appointment: Appointment
  readonly reasons: readonly SupportReason[]
}

/** What a change of supply does to what is booked and held. */
export interface SupplyEffect {
  /** By start. */
  readonly affected: readonly AffectedAppointment[]
  readonly holds: readonly Hold[]
}

/** What would happen if the supply were this one. The reaction to the change decides with the same functions. */
export const gatherEffect = async (context: ReadContext, after: Supply, scope: SupplyScope): Promise<SupplyEffect> => {
  const [booked, held] = await Promise.all([
    listBooked(context, scope),
    listHeld(context.db, scope, context.now, batch),
  ])
  const isConcerned = ({ start, end }: Pick<Appointment, 'start' | 'end'>): boolean =>
    scope.periods?.some(({ from, to }) => start.getTime() < to && from < end.getTime()) ?? true
  const concerned = booked.filter(isConcerned)
  const patientIds = [...new Set(concerned.map(({ patientId }) => patientId))]
  const born = await scope.readBirthDays?.(context, patientIds)
  const outside = born && visitsOutsideAges(concerned, after, born)
  const reasons = checkSupport(concerned, after, outside && (({ id }) => outside.has(id)))
  const ofHolds = checkSupport(held, after)
  return {
    affected: concerned
      .map((appointment) => ({
        appointment,
        reasons: reasonsSinceBooking(appointment, reasons.get(appointment.id) ?? []),
      }))
      .filter((each) => scope.isCancelled === true || isStrandedBy(each.appointment, each.reasons)),
    holds: held.filter((hold) => isConcerned(hold) && ofHolds.get(hold.id)?.length !== 0),
  }
}

/** Booked appointments that have not ended, by start. */
const listBooked = async (
  { db, now }: ReadContext,
  { ownerId, visitTypeId, periods }: SupplyScope,
): Promise<EncryptedAppointment[]> => {
  if (periods?.length === 0) return []
  const first = periods && Math.min(...periods.map(({ from }) => from))
  const last = periods && Math.max(...periods.map(({ to }) => to))
  const filter = {
    patientIds: null,
    practitionerId: ownerId,
    visitTypeId,
    status: 'booked' as const,
    from: new Date(Math.max(now.getTime(), first ?? -Infinity)),
    to: last === undefined ? undefined : new Date(last),
  }
  const found: EncryptedAppointment[] = []
  for (;;) {
    const page = await listAppointments(db, filter, found.at(-1) ?? null, batch)
    found.push(...page)
    if (page.length < batch) return found
  }
}
