import type { components } from '@visitkit/contract'
import type { Caller } from '../../../platform/contracts/caller.ts'
import { recordingState } from '../model/recording.ts'
import { latestOfEach, sumTroubles, type Participant, type Seat } from '../model/seat.ts'
import { locationOf, type Visit } from '../model/visit.ts'
import type { Practitioner } from '../ports.ts'
import { presentPractitionerSummary } from './present-practitioner-summary.ts'

type Reader = Pick<Participant, 'personId' | 'sessionId'> & Pick<Caller, 'kind'>

/** The contract shape of a visit, for the person who reads it. */
export const presentVisit = (
  visit: Visit,
  seats: readonly Seat[],
  practitioner: Practitioner,
  isLicensed: (state: string) => boolean,
  caller: Reader,
): components['schemas']['Visit'] => {
  const { location, callbackPhone, emergencyContact, noEmergencyContact } = locationOf(visit)
  return {
    id: visit.id,
    appointmentId: visit.appointmentId,
    patientId: visit.patientId,
    practitioner: presentPractitionerSummary(practitioner, isLicensed),
    visitTypeName: visit.details.visitTypeName,
    modality: visit.modality,
    status: visit.status,
    location,
    // The patient gave it for this visit. Once that is over, staff call as the patient asked: 45 CFR 164.522(b).
    ...((visit.endedAt === null || caller.kind === 'patient' || caller.kind === 'proxy') && { callbackPhone }),
    ...(emergencyContact && { emergencyContact }),
    ...(noEmergencyContact && { noEmergencyContact }),
    ...(visit.stoppedFor.length > 0 && { stoppedFor: [...visit.stoppedFor] }),
    ...(visit.consentsUsed.length > 0 && { consentsUsed: [...visit.consentsUsed] }),
    ...(visit.emergencyReason !== null &&
      visit.admittedAt !== null && {
        emergencyAdmission: { reason: visit.emergencyReason, at: visit.admittedAt.toISOString() },
      }),
    ...(visit.deviceCheck && { deviceCheck: visit.deviceCheck }),
    participants: latestOfEach(seats).map(({ id, personId, sessionId, role, takenAt, leftAt }) => ({
      seatId: id,
      role,
      presence: leftAt === null ? 'in-room' : 'left',
      joinedAt: takenAt.toISOString(),
      ...(leftAt && { leftAt: leftAt.toISOString() }),
      ...(role === 'guest' && { guestId: personId }),
      troubles: sumTroubles(seats.filter((seat) => seat.personId === personId)),
      ...(personId === caller.personId && {
        own: sessionId === caller.sessionId ? 'this-session' : 'another-session',
      }),
    })),
    vendor: visit.vendor,
    ...recordingState(visit, seats),
    checkedInAt: visit.checkedInAt.toISOString(),
    ...(visit.admittedAt && { admittedAt: visit.admittedAt.toISOString() }),
    ...(visit.startedAt && { startedAt: visit.startedAt.toISOString() }),
    ...(visit.endedAt && { endedAt: visit.endedAt.toISOString() }),
    ...(visit.outcome && { outcome: visit.outcome }),
    version: visit.version,
  }
}
