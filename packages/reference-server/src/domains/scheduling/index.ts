import * as events from './events.ts'
import type { DomainModule } from '../../platform/contracts/domain-module.ts'
import { emittedTypes } from '../../platform/contracts/event.ts'
import { keepForOrganization } from '../../platform/system/keep-for-organization.ts'
import { runForOrganization } from '../../platform/system/run-for-organization.ts'
import type { Database } from '../../platform/contracts/database.ts'
import type { UnitOfWork } from '../../platform/contracts/unit-of-work.ts'
import { deleteOldRows } from '../../platform/jobs/delete-old-rows.ts'
import type { Vault } from '../../platform/contracts/vault.ts'
import { declineUnansweredRequests } from './bookings/jobs/decline-unanswered-requests.ts'
import { deleteOldHolds } from './bookings/jobs/delete-old-holds.ts'
import { markMissedAppointments } from './bookings/jobs/mark-missed-appointments.ts'
import { liveRules } from './live-rules.ts'
import { loadSpecialtyPacks } from './supply/packs/load-specialty-packs.ts'
import type { SchedulingPolicy } from './kernel/model/scheduling-policy.ts'
import type { Specialties } from './kernel/model/specialty-pack.ts'
import { approveAppointment } from './bookings/operations/approve-appointment.ts'
import { bookAppointment } from './bookings/operations/book-appointment.ts'
import { explainMissingCaptioner } from './bookings/operations/explain-missing-captioner.ts'
import { explainMissingInterpreter } from './bookings/operations/explain-missing-interpreter.ts'
import { changeAppointmentReason } from './bookings/operations/change-appointment-reason.ts'
import { cancelAppointment } from './bookings/operations/cancel-appointment.ts'
import { addTimeOff } from './supply/operations/add-time-off.ts'
import { createVisitType } from './supply/operations/create-visit-type.ts'
import { declineAppointment } from './bookings/operations/decline-appointment.ts'
import { exportDowntimeList } from './bookings/operations/export-downtime-list.ts'
import { getAppointment } from './bookings/operations/get-appointment.ts'
import { getAppointmentCalendar } from './bookings/operations/get-appointment-calendar.ts'
import { getAvailability } from './supply/operations/get-availability.ts'
import { getClosures } from './supply/operations/get-closures.ts'
import { holdSlot } from './bookings/operations/hold-slot.ts'
import { leaveHold } from './bookings/operations/leave-hold.ts'
import { listHolds } from './bookings/operations/list-holds.ts'
import { listAppointments } from './bookings/operations/list-appointments.ts'
import { listSpecialties } from './supply/operations/list-specialties.ts'
import { listVisitTypes } from './supply/operations/list-visit-types.ts'
import { previewSupplyChange } from './supply/operations/preview-supply-change.ts'
import { putAvailability } from './supply/operations/put-availability.ts'
import { putClosures } from './supply/operations/put-closures.ts'
import { removeTimeOff } from './supply/operations/remove-time-off.ts'
import { releaseHold } from './bookings/operations/release-hold.ts'
import { renewHold } from './bookings/operations/renew-hold.ts'
import { rescheduleAppointment } from './bookings/operations/reschedule-appointment.ts'
import { searchSlots } from './bookings/operations/search-slots.ts'
import { updateVisitType } from './supply/operations/update-visit-type.ts'
import type { ConsentPort, DirectoryPort, RequireOverride, SchedulingPorts } from './ports.ts'
import { schedulingProvides, type SchedulingProvides } from './provides.ts'
import { onVisitChangedProgressAppointment } from './bookings/reactions/on-visit-changed-progress-appointment.ts'
import { onAppointmentBookedCheckSupport } from './bookings/reactions/on-appointment-booked-check-support.ts'
import { onConsentDecidedUpdateAppointments } from './bookings/reactions/on-consent-decided-update-appointments.ts'
import { onConsentRevokedFlagAppointments } from './bookings/reactions/on-consent-revoked-flag-appointments.ts'
import { onSupplyChangedCheckAppointments } from './supply/reactions/on-supply-changed-check-appointments.ts'
import { createReadBirthDays } from './supply/workflows/read-birth-days.ts'
import { ClaimSet } from './kernel/store/claim-set.ts'
import { scheduling0001 } from './kernel/store/migrations/0001-scheduling.ts'
import { patientBookings } from './kernel/store/migrations/0002-patient-bookings.ts'
import { supplyChanges } from './kernel/store/migrations/0004-supply-changes.ts'
import { whoAsks } from './kernel/store/migrations/0003-who-asks.ts'
import { bookingRules } from './kernel/store/migrations/0005-booking-rules.ts'
import { resources } from './kernel/store/migrations/0007-resources.ts'
import { wholeAvailability } from './kernel/store/migrations/0008-whole-availability.ts'
import { listsOfOwnAndUnsupported } from './kernel/store/migrations/0009-lists-of-own-and-unsupported.ts'
import { createResource } from './resources/operations/create-resource.ts'
import { listResources } from './resources/operations/list-resources.ts'
import { updateResource } from './resources/operations/update-resource.ts'
import { bookSeries } from './series/operations/book-series.ts'
import { cancelSeries } from './series/operations/cancel-series.ts'
import { previewSeries } from './series/operations/preview-series.ts'
import { placeSeveralHolds } from './bookings/operations/place-several-holds.ts'
import { SlotIndex } from './kernel/store/slot-index.ts'
import { expireOnDemand } from './on-demand/jobs/expire-on-demand.ts'
import { getOnDemand } from './on-demand/operations/get-on-demand.ts'
import { leaveOnDemand } from './on-demand/operations/leave-on-demand.ts'
import { listOwnOnDemand } from './on-demand/operations/list-own-on-demand.ts'
import { listOnDemand } from './on-demand/operations/list-on-demand.ts'
import { renewOnDemand } from './on-demand/operations/renew-on-demand.ts'
import { requestOnDemand } from './on-demand/operations/request-on-demand.ts'
import { takeOnDemand } from './on-demand/operations/take-on-demand.ts'
import { onDemand0006 } from './on-demand/store/migrations/0006-on-demand.ts'
import { refillWaitlist } from './waitlist/jobs/refill-waitlist.ts'
import { acceptWaitlistOffer } from './waitlist/operations/accept-waitlist-offer.ts'
import { declineWaitlistOffer } from './waitlist/operations/decline-waitlist-offer.ts'
import { joinWaitlist } from './waitlist/operations/join-waitlist.ts'
import { leaveWaitlist } from './waitlist/operations/leave-waitlist.ts'
import { listWaitlist } from './waitlist/operations/list-waitlist.ts'
import { onTimeFreedOfferTime } from './waitlist/reactions/on-time-freed-offer-time.ts'
import { waitlist0006 } from './waitlist/store/migrations/0006-waitlist.ts'
import { timesOfChange } from './kernel/store/migrations/0010-times-of-change.ts'
import type { MinorConsentRule } from './kernel/model/sensitivity.ts'
import { sensitiveVisits } from './kernel/store/migrations/0011-sensitive-visits.ts'
import { sensitiveWaitlist } from './waitlist/store/migrations/0041-sensitive-waitlist.ts'
import { dueLists } from './kernel/store/migrations/0040-due-lists.ts'

export { installSpecialties } from './supply/packs/install-specialties.ts'
export { loadSchedulingPolicy } from './kernel/packs/load-policy.ts'
export { loadMinorConsent } from './kernel/packs/load-minor-consent.ts'
export { loadSpecialtyPacks } from './supply/packs/load-specialty-packs.ts'
export { validatePackReferences, type PackReferences } from './supply/model/validate-pack-references.ts'
export type { Specialties, SpecialtyPack } from './kernel/model/specialty-pack.ts'
export type { SchedulingPolicy } from './kernel/model/scheduling-policy.ts'
export type { ConsentPort, DirectoryPort, RequireOverride } from './ports.ts'
export type { SchedulingProvides } from './provides.ts'
export { upsertAvailability } from './kernel/store/availability.ts'

export interface SchedulingDeps {
  readonly database: Pick<Database, 'reader' | 'transact'>
  readonly vault: Vault
  readonly unitOfWork: UnitOfWork
  readonly ports: {
    readonly directory: DirectoryPort
    readonly consent: ConsentPort
    readonly requireOverride: RequireOverride
    /** Every organization of the deployment, for timers. */
    readonly organizationIds: () => Promise<readonly string[]>
    readonly readsAppointments: SchedulingPorts['readsAppointments']
  }
  readonly policy: SchedulingPolicy
  /** When a minor may consent without a parent. */
  readonly minorConsent: readonly MinorConsentRule[]
  /** Defaults to the packs in effect today. */
  readonly specialties?: Specialties
}

/** Visit types, availability, holds and appointments. See README.md. */
export const createSchedulingDomain = ({
  database,
  vault,
  unitOfWork,
  ports: { directory, consent, requireOverride, organizationIds, readsAppointments },
  policy,
  minorConsent,
  specialties = loadSpecialtyPacks(new Date().toISOString().slice(0, 10)),
}: SchedulingDeps): { module: DomainModule; provides: SchedulingProvides } => {
  const slots = new SlotIndex({ directory })
  const ports: SchedulingPorts = {
    directory,
    consent,
    requireOverride,
    readBirthDays: createReadBirthDays(directory, database, vault, unitOfWork),
    readsAppointments,
    slots,
    claims: new ClaimSet(),
    policy,
    minorConsent,
    specialties,
  }
  const run = runForOrganization(unitOfWork, 'scheduling')
  const keep = keepForOrganization(unitOfWork, 'scheduling')
  const due = { domain: 'scheduling', organizationIds, database, keep }
  return {
    module: {
      name: 'scheduling',
      accessReason: 'appointment',
      migrations: [
        scheduling0001,
        patientBookings,
        whoAsks,
        supplyChanges,
        bookingRules,
        waitlist0006,
        onDemand0006,
        resources,
        wholeAvailability,
        listsOfOwnAndUnsupported,
        timesOfChange,
        sensitiveVisits,
        dueLists,
        sensitiveWaitlist,
      ],
      operations: [
        listSpecialties,
        listVisitTypes,
        createVisitType,
        updateVisitType,
        listResources,
        createResource,
        updateResource,
        getAvailability,
        putAvailability,
        addTimeOff,
        removeTimeOff,
        getClosures,
        putClosures,
        previewSupplyChange,
        searchSlots,
        holdSlot,
        placeSeveralHolds,
        listHolds,
        renewHold,
        leaveHold,
        releaseHold,
        bookAppointment,
        listAppointments,
        getAppointment,
        exportDowntimeList,
        rescheduleAppointment,
        cancelAppointment,
        changeAppointmentReason,
        explainMissingCaptioner,
        explainMissingInterpreter,
        approveAppointment,
        declineAppointment,
        getAppointmentCalendar,
        joinWaitlist,
        listWaitlist,
        leaveWaitlist,
        acceptWaitlistOffer,
        declineWaitlistOffer,
        previewSeries,
        bookSeries,
        cancelSeries,
        requestOnDemand,
        listOnDemand,
        listOwnOnDemand,
        getOnDemand,
        renewOnDemand,
        leaveOnDemand,
        takeOnDemand,
      ],
      ports,
      emits: emittedTypes(events),
      reactions: [
        ...onVisitChangedProgressAppointment,
        onConsentRevokedFlagAppointments,
        onConsentDecidedUpdateAppointments,
        onSupplyChangedCheckAppointments,
        onAppointmentBookedCheckSupport,
        onTimeFreedOfferTime,
      ],
      live: liveRules,
      recordsOfVisits: null,
      jobs: [
        markMissedAppointments(organizationIds, database, keep, policy),
        declineUnansweredRequests(organizationIds, database, keep, slots),
        deleteOldHolds(organizationIds, run),
        deleteOldRows({ database, organizationIds }, 'scheduling', [
          { table: 'scheduling.waitlist_entries', retentionDays: policy.queueRetentionDays },
          { table: 'scheduling.on_demand_requests', retentionDays: policy.queueRetentionDays },
        ]),
        refillWaitlist({ ...due, vault }, ports),
        expireOnDemand(due),
      ],
    },
    provides: schedulingProvides(database, slots, policy, directory),
  }
}
