import type { LiveRule } from '../../platform/contracts/live-rule.ts'
import type { DomainEvent } from '../../platform/contracts/event.ts'

type Data = DomainEvent['data']

const everyoneInIt = (data: Data): string[] => [
  `patient:${data['patientId']}`,
  ...practitionersOf(data).map((id) => `practitioner:${id}`),
]

const practitionersOf = ({ practitionerId, seenBy }: Data): string[] => [
  ...new Set([practitionerId, seenBy].filter((id) => typeof id === 'string')),
]

const visitRule = (event: string, type: 'visit.changed' | 'seat.changed'): LiveRule => ({
  event,
  audience: ({ data }) => everyoneInIt(data),
  message: ({ data }) => ({
    type,
    ids: {
      visitId: String(data['visitId']),
      appointmentId: String(data['appointmentId']),
      patientId: String(data['patientId']),
    },
  }),
})

/** A line concerns its practitioner and those who wait in it. */
const lineRule = (event: string): LiveRule => ({
  event,
  audience: ({ data }) => [
    `practitioner:${data['practitionerId']}`,
    ...(Array.isArray(data['patientIds']) ? data['patientIds'] : []).map((id) => `patient:${id}`),
  ],
  message: ({ data }) => ({ type: 'queue.changed', ids: { practitionerId: String(data['practitionerId']) } }),
})

/** The queue's rows show the visit: what changes one changes the other, for the practitioner. */
const rowRule = (event: string): LiveRule => ({
  event,
  audience: ({ data }) => practitionersOf(data).map((id) => `practitioner:${id}`),
  message: ({ data }) => ({
    type: 'queue.changed',
    ids: {
      practitionerId: String(data['practitionerId']),
      ...(typeof data['visitId'] === 'string' && { visitId: data['visitId'] }),
    },
  }),
})

export const liveRules: readonly LiveRule[] = [
  ...['checked-in', 'changed', 'admitted', 'started', 'ended', 'consent-revoked'].map((fact) =>
    visitRule(`visits.${fact}`, 'visit.changed'),
  ),
  ...['seat-taken', 'seat-left'].map((fact) => visitRule(`visits.${fact}`, 'seat.changed')),
  ...['queue-moved', 'queue-paused'].map((fact) => lineRule(`visits.${fact}`)),
  ...['changed', 'started', 'consent-revoked', 'presence-changed'].map((fact) => rowRule(`visits.${fact}`)),
  // Raised on a form, shown as an alert in the queue.
  rowRule('intake.emergency-raised'),
  rowRule('intake.submitted'),
]
