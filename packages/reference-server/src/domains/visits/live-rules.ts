import type { EventData } from '../../platform/contracts/event.ts'
import { liveRulesFor } from '../../platform/contracts/live-rule.ts'

type Parties = Omit<EventData['visits.changed'], 'version'>

const practitionersOf = ({ practitionerId, seenBy }: Pick<Parties, 'practitionerId' | 'seenBy'>): string[] => [
  ...new Set([practitionerId, ...(seenBy === null ? [] : [seenBy])]),
]
const everyone = (visit: Parties) => ({ patients: [visit.patientId], practitioners: practitionersOf(visit) })
const visitIds = ({ visitId, appointmentId, patientId }: Parties) => ({ visitId, appointmentId, patientId })

export const liveRules = [
  ...liveRulesFor(
    [
      'visits.checked-in',
      'visits.changed',
      'visits.admitted',
      'visits.started',
      'visits.ended',
      'visits.consent-revoked',
    ],
    'visit.changed',
    { audience: everyone, ids: visitIds },
  ),
  ...liveRulesFor(['visits.seat-taken', 'visits.seat-left'], 'seat.changed', { audience: everyone, ids: visitIds }),
  // The patient, who admitted, the privacy officers who review it, and administrators when it is late.
  ...liveRulesFor(['visits.emergency-admission-changed'], 'emergency-admission.changed', {
    audience: ({ patientId, memberId, escalated }) => ({
      patients: [patientId],
      members: [memberId],
      roles: escalated ? ['privacy-officer', 'administrator'] : ['privacy-officer'],
    }),
    ids: ({ emergencyAdmissionId, patientId }) => ({ emergencyAdmissionId, patientId }),
  }),
  // A guest receives what is about them alone.
  ...liveRulesFor(['visits.guest-changed'], 'guest.changed', {
    audience: ({ patientId, practitionerIds, guestId }) => ({
      patients: [patientId],
      practitioners: practitionerIds,
      guests: [guestId],
      // They invite before the visit. Who may not read the patient receives nothing.
      roles: ['front-desk', 'nurse'],
    }),
    ids: ({ guestId, appointmentId, patientId }) => ({ guestId, appointmentId, patientId }),
  }),
  // The practitioner and the patients who wait in the queue.
  ...liveRulesFor(['visits.queue-changed', 'visits.queue-paused'], 'queue.changed', {
    audience: ({ practitionerId, patientIds }) => ({ practitioners: [practitionerId], patients: patientIds }),
    ids: ({ practitionerId }) => ({ practitionerId }),
  }),
  // A queue row shows the visit, so a change of the visit is a change of the queue for the practitioner.
  ...liveRulesFor(
    ['visits.changed', 'visits.started', 'visits.consent-revoked', 'visits.presence-changed'],
    'queue.changed',
    {
      audience: (visit) => ({ practitioners: practitionersOf(visit) }),
      ids: ({ practitionerId, visitId }) => ({ practitionerId, visitId }),
    },
  ),
  // The alert is raised on a form, the reason changed on an appointment, and both are shown in the queue.
  ...liveRulesFor(
    ['intake.emergency-raised', 'intake.submitted', 'scheduling.appointment-reason-changed'],
    'queue.changed',
    {
      audience: ({ practitionerId }) => ({ practitioners: [practitionerId] }),
      ids: ({ practitionerId }) => ({ practitionerId }),
    },
  ),
]
