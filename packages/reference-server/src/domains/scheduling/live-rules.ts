import type { EventData } from '../../platform/contracts/event.ts'
import { liveRulesFor } from '../../platform/contracts/live-rule.ts'

type Concerned = Pick<EventData['scheduling.appointment-flagged'], 'appointmentId' | 'patientId' | 'practitionerId'>

const ids = ({ appointmentId, patientId, practitionerId }: Concerned) => ({ appointmentId, patientId, practitionerId })

/** Who may read the waitlist, hours and closures of the whole organization. */
const readers = ['practitioner', 'nurse', 'front-desk', 'administrator'] as const

/** Notifies the patient, the practitioners of the appointment, and the front desk. */
export const liveRules = [
  ...liveRulesFor(
    [
      'scheduling.appointment-requested',
      'scheduling.appointment-approved',
      'scheduling.appointment-declined',
      'scheduling.appointment-booked',
      'scheduling.appointment-cancelled',
      'scheduling.appointment-progressed',
      'scheduling.appointment-missed',
      'scheduling.appointment-reason-changed',
      'scheduling.appointment-flagged',
      'scheduling.appointment-consent-decided',
      'scheduling.appointment-supported',
    ],
    'appointment.changed',
    {
      audience: ({ patientId, practitionerId }) => ({
        patients: [patientId],
        practitioners: [practitionerId],
        roles: ['front-desk'],
      }),
      ids,
    },
  ),
  ...liveRulesFor(['scheduling.appointment-rescheduled'], 'appointment.changed', {
    audience: ({ patientId, practitionerId, previousPractitionerId }) => ({
      patients: [patientId],
      practitioners: [...new Set([practitionerId, previousPractitionerId])],
      roles: ['front-desk'],
    }),
    ids,
  }),
  ...liveRulesFor(
    ['scheduling.waitlist-changed', 'scheduling.waitlist-offered', 'scheduling.waitlist-offer-ended'],
    'waitlist.changed',
    {
      audience: ({ patientId }) => ({ patients: [patientId], roles: readers }),
      ids: ({ entryId, patientId }) => ({ entryId, patientId }),
    },
  ),
  ...liveRulesFor(['scheduling.on-demand-changed'], 'on-demand.changed', {
    audience: ({ patientId }) => ({ patients: [patientId], roles: ['practitioner'] }),
    ids: ({ requestId, patientId }) => ({ requestId, patientId }),
  }),
  // Not to patients: sending every hold to every open page would cost more than the refusal of a few late requests.
  ...liveRulesFor(
    [
      'scheduling.hold-placed',
      'scheduling.hold-released',
      'scheduling.waitlist-offered',
      'scheduling.waitlist-offer-ended',
    ],
    'slots.changed',
    {
      audience: ({ practitionerId }) => ({ practitioners: [practitionerId], roles: ['front-desk'] }),
      ids: ({ practitionerId }) => ({ practitionerId }),
    },
  ),
  ...liveRulesFor(['scheduling.availability-changed'], 'slots.changed', {
    audience: ({ practitionerId }) => ({ practitioners: [practitionerId], roles: readers }),
    ids: ({ practitionerId }) => ({ practitionerId }),
  }),
  // Of all practitioners.
  ...liveRulesFor(['scheduling.closures-changed'], 'slots.changed', {
    audience: () => ({ roles: readers }),
    ids: () => ({}),
  }),
]
