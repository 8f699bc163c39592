import * as events from './events.ts'
import type { DomainModule } from '../../platform/contracts/domain-module.ts'
import { emittedTypes } from '../../platform/contracts/event.ts'
import { keepForOrganization } from '../../platform/system/keep-for-organization.ts'
import { runForOrganization } from '../../platform/system/run-for-organization.ts'
import type { Database } from '../../platform/contracts/database.ts'
import type { UnitOfWork } from '../../platform/contracts/unit-of-work.ts'
import { deleteOldHolds } from './jobs/delete-old-holds.ts'
import { markMissedAppointments } from './jobs/mark-missed-appointments.ts'
import { liveRules } from './live-rules.ts'
import { loadSpecialtyPacks } from './packs/load-specialty-packs.ts'
import type { SchedulingPolicy } from './model/scheduling-policy.ts'
import type { Specialties } from './model/specialty-pack.ts'
import { bookAppointment } from './operations/book-appointment.ts'
import { cancelAppointment } from './operations/cancel-appointment.ts'
import { createVisitType } from './operations/create-visit-type.ts'
import { getAppointment } from './operations/get-appointment.ts'
import { getAppointmentCalendar } from './operations/get-appointment-calendar.ts'
import { getAvailability } from './operations/get-availability.ts'
import { holdSlot } from './operations/hold-slot.ts'
import { leaveHold } from './operations/leave-hold.ts'
import { listHolds } from './operations/list-holds.ts'
import { listAppointments } from './operations/list-appointments.ts'
import { listSpecialties } from './operations/list-specialties.ts'
import { listVisitTypes } from './operations/list-visit-types.ts'
import { putAvailability } from './operations/put-availability.ts'
import { releaseHold } from './operations/release-hold.ts'
import { renewHold } from './operations/renew-hold.ts'
import { rescheduleAppointment } from './operations/reschedule-appointment.ts'
import { searchSlots } from './operations/search-slots.ts'
import { updateVisitType } from './operations/update-visit-type.ts'
import type { DirectoryPort, SchedulingPorts } from './ports.ts'
import { schedulingProvides, type SchedulingProvides } from './provides.ts'
import { onVisitChangedProgressAppointment } from './reactions/on-visit-changed-progress-appointment.ts'
import { onConsentRevokedFlagAppointments } from './reactions/on-consent-revoked-flag-appointments.ts'
import { ClaimSet } from './store/claim-set.ts'
import { scheduling0001 } from './store/migrations/0001-scheduling.ts'
import { patientBookings } from './store/migrations/0002-patient-bookings.ts'
import { whoAsks } from './store/migrations/0003-who-asks.ts'
import { SlotIndex } from './store/slot-index.ts'

export { installSpecialties } from './packs/install-specialties.ts'
export { loadSchedulingPolicy } from './packs/load-policy.ts'
export { loadSpecialtyPacks } from './packs/load-specialty-packs.ts'
export { validatePackReferences, type PackReferences } from './model/validate-pack-references.ts'
export type { Specialties, SpecialtyPack } from './model/specialty-pack.ts'
export type { SchedulingPolicy } from './model/scheduling-policy.ts'
export type { DirectoryPort } from './ports.ts'
export type { SchedulingProvides } from './provides.ts'
export { upsertAvailability } from './store/availability.ts'

export interface SchedulingDeps {
  readonly database: Pick<Database, 'reader'>
  readonly unitOfWork: UnitOfWork
  readonly ports: {
    readonly directory: DirectoryPort
    /** Every organization of the deployment, for timers. */
    readonly organizationIds: () => Promise<readonly string[]>
  }
  readonly policy: SchedulingPolicy
  /** Defaults to the packs in effect today. */
  readonly specialties?: Specialties
}

/** Visit types, availability, holds and appointments. See README.md. */
export const createSchedulingDomain = ({
  database,
  unitOfWork,
  ports: { directory, organizationIds },
  policy,
  specialties = loadSpecialtyPacks(new Date().toISOString().slice(0, 10)),
}: SchedulingDeps): { module: DomainModule; provides: SchedulingProvides } => {
  const slots = new SlotIndex({ directory })
  const ports: SchedulingPorts = { directory, slots, claims: new ClaimSet(), policy, specialties }
  const run = runForOrganization(unitOfWork, 'scheduling')
  const keep = keepForOrganization(unitOfWork, 'scheduling')
  return {
    module: {
      name: 'scheduling',
      accessReason: 'appointment',
      migrations: [scheduling0001, patientBookings, whoAsks],
      operations: [
        listSpecialties,
        listVisitTypes,
        createVisitType,
        updateVisitType,
        getAvailability,
        putAvailability,
        searchSlots,
        holdSlot,
        listHolds,
        renewHold,
        leaveHold,
        releaseHold,
        bookAppointment,
        listAppointments,
        getAppointment,
        rescheduleAppointment,
        cancelAppointment,
        getAppointmentCalendar,
      ],
      ports,
      emits: emittedTypes(events),
      reactions: [...onVisitChangedProgressAppointment, onConsentRevokedFlagAppointments],
      live: liveRules,
      jobs: [markMissedAppointments(organizationIds, database, keep, policy), deleteOldHolds(organizationIds, run)],
    },
    provides: schedulingProvides(database, slots, policy),
  }
}
