import type { LiveRule } from '../../domain-module.ts'
import type { DomainEvent } from '../../platform/seams.ts'

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
