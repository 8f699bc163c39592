import type { EventData } from '../../platform/contracts/event.ts'
import { liveRulesFor, type Audience } from '../../platform/contracts/live-rule.ts'

type Critical = EventData['labs.critical-raised']

const resultIds = ({
  resultId,
  orderId,
  patientId,
  practitionerId,
}: Omit<Critical, 'role' | 'notifiedAt' | 'dueAt'>) => ({
  resultId,
  orderId,
  patientId,
  practitionerId,
})

const notified = ({ role, practitionerId, coveringPractitionerId }: Critical): Audience => {
  switch (role) {
    case 'ordering-practitioner':
      return { practitioners: [practitionerId] }
    case 'covering-practitioner':
      return { practitioners: coveringPractitionerId === undefined ? [] : [coveringPractitionerId] }
    default:
      return { roles: [role] }
  }
}

export const liveRules = [
  ...liveRulesFor(['labs.order-placed', 'labs.order-changed'], 'lab-order.changed', {
    audience: ({ patientId, practitionerId }) => ({ patients: [patientId], practitioners: [practitionerId] }),
    ids: ({ orderId, patientId, practitionerId, visitId }) => ({
      orderId,
      patientId,
      practitionerId,
      ...(visitId !== null && { visitId }),
    }),
  }),
  // The patient is notified once any part of the result is released.
  ...liveRulesFor(
    [
      'labs.result-received',
      'labs.result-corrected',
      'labs.result-reviewed',
      'labs.result-released',
      'labs.critical-acknowledged',
    ],
    'lab-result.changed',
    {
      audience: ({ patientId, practitionerId, released }) => ({
        practitioners: [practitionerId],
        patients: released ? [patientId] : [],
      }),
      ids: resultIds,
    },
  ),
  ...liveRulesFor(['labs.critical-raised'], 'lab-result.changed', { audience: notified, ids: resultIds }),
  ...liveRulesFor(['labs.critical-unmatched'], 'lab-result.changed', {
    // The ordering and the covering practitioner are not known.
    audience: ({ role }) => ({
      roles: [role === 'ordering-practitioner' || role === 'covering-practitioner' ? 'practitioner' : role],
    }),
    ids: () => ({}),
  }),
  ...liveRulesFor(['labs.result-unmatched', 'labs.unmatched-decided'], 'lab-result.changed', {
    audience: () => ({ roles: ['practitioner', 'nurse'] }),
    ids: () => ({}),
  }),
]
