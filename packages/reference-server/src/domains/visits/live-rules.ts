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
  // A queue concerns its practitioner and those who wait in it.
  ...liveRulesFor(['visits.queue-changed', 'visits.queue-paused'], 'queue.changed', {
    audience: ({ practitionerId, patientIds }) => ({ practitioners: [practitionerId], patients: patientIds }),
    ids: ({ practitionerId }) => ({ practitionerId }),
  }),
  // The queue's rows show the visit: what changes one changes the other, for the practitioner.
  ...liveRulesFor(
    ['visits.changed', 'visits.started', 'visits.consent-revoked', 'visits.presence-changed'],
    'queue.changed',
    {
      audience: (visit) => ({ practitioners: practitionersOf(visit) }),
      ids: ({ practitionerId, visitId }) => ({ practitionerId, visitId }),
    },
  ),
  // Raised on a form, shown as an alert in the queue.
  ...liveRulesFor(['intake.emergency-raised', 'intake.submitted'], 'queue.changed', {
    audience: ({ practitionerId }) => ({ practitioners: [practitionerId] }),
    ids: ({ practitionerId }) => ({ practitionerId }),
  }),
]
