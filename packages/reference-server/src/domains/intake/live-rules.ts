import type { LiveRule } from '../../platform/contracts/live-rule.ts'
import type { DomainEvent } from '../../platform/contracts/event.ts'

/** Who is told that an appointment's answers changed: the patient's other screens, and from handing in on the practitioner. */
const audiences = {
  'intake.draft-saved': ({ data }: DomainEvent) => [`patient:${data['patientId']}`],
  'intake.submitted': ({ data }: DomainEvent) => [
    `patient:${data['patientId']}`,
    `practitioner:${data['practitionerId']}`,
  ],
  'intake.emergency-raised': ({ data }: DomainEvent) => [
    `patient:${data['patientId']}`,
    `practitioner:${data['practitionerId']}`,
  ],
}

export const liveRules: readonly LiveRule[] = Object.entries(audiences).map(([event, audience]) => ({
  event,
  audience,
  message: ({ data }) => ({
    type: 'intake.changed',
    ids: { appointmentId: String(data['appointmentId']), patientId: String(data['patientId']) },
  }),
}))
