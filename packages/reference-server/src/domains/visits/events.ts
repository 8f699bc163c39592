import { eventMaker, type EventData } from '../../platform/contracts/event.ts'
import type { EmergencyAdmission } from './model/emergency-admission.ts'
import type { Guest } from './model/guest.ts'
import type { Seat } from './model/seat.ts'
import type { ConsentPurpose, VisitFacts, VisitOutcome } from './model/visit.ts'

const parties = (visit: VisitFacts) => ({
  visitId: visit.id,
  appointmentId: visit.appointmentId,
  patientId: visit.patientId,
  practitionerId: visit.practitionerId,
  seenBy: visit.seenBy,
})
const facts = (visit: VisitFacts): EventData['visits.changed'] => ({ ...parties(visit), version: visit.version })

export const visitCheckedIn = eventMaker('visits.checked-in', facts)
export const visitChanged = eventMaker('visits.changed', facts)
export const visitAdmitted = eventMaker('visits.admitted', facts)
export const visitStarted = eventMaker('visits.started', facts)
export const visitEnded = eventMaker('visits.ended', (visit: VisitFacts, outcome: VisitOutcome) => ({
  ...facts(visit),
  outcome,
}))
export const visitConsentRevoked = eventMaker(
  'visits.consent-revoked',
  (visit: VisitFacts, purpose: ConsentPurpose) => ({ ...facts(visit), purpose }),
)
export const emergencyAdmissionChanged = eventMaker(
  'visits.emergency-admission-changed',
  ({ id, visitId, patientId, memberId, reason, outcome, escalatedAt, version }: EmergencyAdmission) => ({
    ...{ emergencyAdmissionId: id, visitId, patientId, memberId, reason, version },
    escalated: escalatedAt !== null,
    ...(outcome !== null && { outcome }),
  }),
)
export const visitPresenceChanged = eventMaker('visits.presence-changed', facts)

export const videoReportHeld = eventMaker('visits.video-report-held', (reportId: string) => ({ reportId }))

const seatFacts = (visit: VisitFacts, { id, role }: Seat): EventData['visits.seat-taken'] => ({
  ...parties(visit),
  seatId: id,
  role,
})
export const seatTaken = eventMaker('visits.seat-taken', seatFacts)
export const seatLeft = eventMaker('visits.seat-left', seatFacts)

export const guestChanged = eventMaker(
  'visits.guest-changed',
  (
    { id, appointmentId, patientId, status, version }: Guest,
    practitionerIds: readonly string[],
  ): EventData['visits.guest-changed'] => ({
    guestId: id,
    appointmentId,
    patientId,
    practitionerIds: [...practitionerIds],
    status,
    version,
  }),
)

export const queueChanged = eventMaker(
  'visits.queue-changed',
  (practitionerId: string, patientIds: readonly string[]) => ({
    practitionerId,
    patientIds,
  }),
)
export const queuePaused = eventMaker(
  'visits.queue-paused',
  (practitionerId: string, patientIds: readonly string[], paused: boolean) => ({ practitionerId, patientIds, paused }),
)
