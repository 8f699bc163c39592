import * as events from './events.ts'
import type { DomainModule } from '../../platform/contracts/domain-module.ts'
import { emittedTypes } from '../../platform/contracts/event.ts'
import { keepForOrganization } from '../../platform/system/keep-for-organization.ts'
import type { Database } from '../../platform/contracts/database.ts'
import { inBackground } from '../../platform/database/pool/background.ts'
import type { UnitOfWork } from '../../platform/contracts/unit-of-work.ts'
import type { Vault } from '../../platform/contracts/vault.ts'
import { deleteOldReports } from './jobs/delete-old-reports.ts'
import { escalateEmergencyAdmissions } from './jobs/escalate-emergency-admissions.ts'
import { endStaleVisits } from './jobs/end-stale-visits.ts'
import { markAbsent } from './jobs/mark-absent.ts'
import { sweepRooms } from './jobs/sweep-rooms.ts'
import { watchVideoWebhooks } from './jobs/watch-video-webhooks.ts'
import { liveRules } from './live-rules.ts'
import type { VisitsPolicy } from './model/visits-policy.ts'
import { addRecordingPiece } from './operations/add-recording-piece.ts'
import { admitGuest } from './operations/admit-guest.ts'
import { admitInEmergency } from './operations/admit-in-emergency.ts'
import { admitPatient } from './operations/admit-patient.ts'
import { answerRecording } from './operations/answer-recording.ts'
import { answerRecordingAsGuest } from './operations/answer-recording-as-guest.ts'
import { askToRecord } from './operations/ask-to-record.ts'
import { changeVisitLocation } from './operations/change-visit-location.ts'
import { checkIn } from './operations/check-in.ts'
import { endVisit } from './operations/end-visit.ts'
import { getGuestVisit } from './operations/get-guest-visit.ts'
import { getNetworkTest } from './operations/get-network-test.ts'
import { getQueue } from './operations/get-queue.ts'
import { getQueueDay } from './operations/get-queue-day.ts'
import { getQueuePosition } from './operations/get-queue-position.ts'
import { getRecordingContent } from './operations/get-recording-content.ts'
import { getVisit } from './operations/get-visit.ts'
import { getVisitOfAppointment } from './operations/get-visit-of-appointment.ts'
import { inviteGuest } from './operations/invite-guest.ts'
import { listConsentUses } from './operations/list-consent-uses.ts'
import { leaveGuestSeat } from './operations/leave-guest-seat.ts'
import { leaveSeat } from './operations/leave-seat.ts'
import { listEmergencyAdmissions } from './operations/list-emergency-admissions.ts'
import { listGuests } from './operations/list-guests.ts'
import { listRecordings } from './operations/list-recordings.ts'
import { pauseQueue } from './operations/pause-queue.ts'
import { receiveVideoWebhook } from './operations/receive-video-webhook.ts'
import { recordCallTroubles } from './operations/record-call-troubles.ts'
import { recordDeviceCheck } from './operations/record-device-check.ts'
import { removeGuest } from './operations/remove-guest.ts'
import { reviewEmergencyAdmission } from './operations/review-emergency-admission.ts'
import { takeGuestSeat } from './operations/take-guest-seat.ts'
import { takeSeat } from './operations/take-seat.ts'
import { listRecordsOfVisits } from './store/records-of-visits.ts'
import type { VisitsContext, VisitsPorts } from './ports.ts'
import { visitsProvides, type VisitsProvides } from './provides.ts'
import {
  onAppointmentCancelledEndVisit,
  onAppointmentRescheduledMoveVisit,
} from './reactions/on-appointment-changed-update-visit.ts'
import { onConsentChangedStopVisits } from './reactions/on-consent-changed-stop-visits.ts'
import { onOrganizationChangedEndRecordings } from './reactions/on-organization-changed-end-recordings.ts'
import { onAccessWithdrawnLeaveSeats } from './reactions/on-access-withdrawn-leave-seats.ts'
import { onSessionEndedLeaveSeats } from './reactions/on-session-ended-leave-seats.ts'
import { onVisitStoppedEjectSeats } from './reactions/on-visit-stopped-eject-seats.ts'
import { onVisitCheckedInPrepareRoom } from './reactions/on-visit-checked-in-prepare-room.ts'
import { onVisitEndedCloseRoom } from './reactions/on-visit-ended-close-room.ts'
import { onAppointmentRescheduledMoveGuests, onVisitOverEndGuests } from './reactions/on-visit-over-end-guests.ts'
import { visits } from './store/migrations/0001-visits.ts'
import { roomsOfVendors } from './store/migrations/0002-rooms-of-vendors.ts'
import { seatsVersion } from './store/migrations/0003-seats-version.ts'
import { oldReports } from './store/migrations/0004-old-reports.ts'
import { queueOverTheDay } from './store/migrations/0005-queue-over-the-day.ts'
import { callTroubles } from './store/migrations/0006-call-troubles.ts'
import { timesOfChange } from './store/migrations/0007-times-of-change.ts'
import { guests } from './store/migrations/0008-guests.ts'
import { dueLists } from './store/migrations/0040-due-lists.ts'
import { duePractitioners } from './store/migrations/0261-due-practitioners.ts'
import { stoppedVisits } from './store/migrations/0041-stopped-visits.ts'
import { guestsStay } from './store/migrations/0250-guests-stay.ts'
import { consentsUsed } from './store/migrations/0254-consents-used.ts'
import { emergencyAdmissions } from './store/migrations/0255-emergency-admissions.ts'
import { receivedReports } from './store/migrations/0158-received-reports.ts'
import { heldReports } from './store/migrations/0138-held-reports.ts'
import { seatsOfPersons } from './store/migrations/0304-seats-of-persons.ts'
import { lateEmergencyAdmissions } from './store/migrations/0305-late-emergency-admissions.ts'
import { recordings } from './store/migrations/0307-recordings.ts'
import { visitsToRecord } from './store/migrations/0308-visits-to-record.ts'
import { PresenceRegistry } from './store/presence-registry.ts'
import { createKeepPresences } from './workflows/keep-presences.ts'
import { createRoomOfVisit } from './workflows/room-of-visit.ts'

export type { VisitsPolicy } from './model/visits-policy.ts'
export type { VisitsPorts } from './ports.ts'
export type { VisitsProvides } from './provides.ts'
export { loadVisitsPolicy } from './packs/load-policy.ts'

export interface VisitsDeps {
  readonly database: Pick<Database, 'reader' | 'transact'>
  readonly vault: Vault
  readonly unitOfWork: UnitOfWork
  readonly ports: VisitsPorts
  /** From loadVisitsPolicy(). */
  readonly policy: VisitsPolicy
}

/** How long presence records are buffered before they are written, in milliseconds. */
const presenceBufferedFor = 500

/** Virtual waiting room, video room and the visit lifecycle. See README.md. */
export const createVisitsDomain = ({
  database,
  vault,
  unitOfWork,
  ports,
  policy,
}: VisitsDeps): { module: DomainModule; provides: VisitsProvides } => {
  const keep = keepForOrganization(unitOfWork, 'visits')
  const readerOf = (organizationId: string) => database.reader({ domain: 'visits', organizationId })
  const keepPresences = createKeepPresences(readerOf, keep)
  const presence = new PresenceRegistry({
    bufferFor: presenceBufferedFor,
    write: (organizationId, records) => inBackground(() => keepPresences(organizationId, records)),
  })
  const roomOfVisit = createRoomOfVisit({ readerOf, keep, policy })
  const context: VisitsContext = { ...ports, policy, presence, roomOfVisit }
  return {
    module: {
      name: 'visits',
      migrations: [
        visits,
        roomsOfVendors,
        seatsVersion,
        oldReports,
        queueOverTheDay,
        callTroubles,
        timesOfChange,
        guests,
        dueLists,
        stoppedVisits,
        guestsStay,
        consentsUsed,
        emergencyAdmissions,
        heldReports,
        receivedReports,
        duePractitioners,
        seatsOfPersons,
        lateEmergencyAdmissions,
        recordings,
        visitsToRecord,
      ],
      accessReason: 'visit',
      operations: [
        checkIn,
        getVisit,
        getVisitOfAppointment,
        changeVisitLocation,
        recordDeviceCheck,
        getNetworkTest,
        getQueuePosition,
        getQueue,
        getQueueDay,
        pauseQueue,
        admitPatient,
        admitInEmergency,
        listEmergencyAdmissions,
        reviewEmergencyAdmission,
        takeSeat,
        leaveSeat,
        recordCallTroubles,
        endVisit,
        inviteGuest,
        listGuests,
        listConsentUses,
        admitGuest,
        removeGuest,
        getGuestVisit,
        takeGuestSeat,
        leaveGuestSeat,
        receiveVideoWebhook,
        askToRecord,
        answerRecording,
        answerRecordingAsGuest,
        addRecordingPiece,
        listRecordings,
        getRecordingContent,
      ],
      ports: context,
      emits: emittedTypes(events),
      reactions: [
        onVisitCheckedInPrepareRoom,
        onVisitEndedCloseRoom,
        onConsentChangedStopVisits,
        onOrganizationChangedEndRecordings,
        onVisitStoppedEjectSeats,
        onAccessWithdrawnLeaveSeats,
        onSessionEndedLeaveSeats,
        onAppointmentCancelledEndVisit,
        onAppointmentRescheduledMoveVisit,
        onVisitOverEndGuests,
        onAppointmentRescheduledMoveGuests,
      ],
      live: liveRules,
      recordsOfVisits: listRecordsOfVisits,
      jobs: [
        deleteOldReports({ database, organizationIds: ports.directory.organizationIds }, policy),
        markAbsent(ports.directory.organizationIds, readerOf, keep, policy),
        endStaleVisits(ports.directory.organizationIds, readerOf, keep, policy),
        escalateEmergencyAdmissions({
          ...{ domain: 'visits', organizationIds: ports.directory.organizationIds, database, keep },
        }),
        sweepRooms({ ports, readerOf, keep }),
        watchVideoWebhooks(ports),
      ],
    },
    provides: visitsProvides({ database, vault, unitOfWork, ports }),
  }
}
