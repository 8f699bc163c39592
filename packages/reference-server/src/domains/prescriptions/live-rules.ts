import type { LiveRule } from '../../platform/contracts/live-rule.ts'
import type { DomainEvent } from '../../platform/contracts/event.ts'

const practitioner = ({ data }: DomainEvent): string[] => [`practitioner:${data['practitionerId']}`]
const both = (event: DomainEvent): string[] => [`patient:${event.data['patientId']}`, ...practitioner(event)]

/** Patients hear of what is signed; of drafts and of what pharmacies ask only the prescriber. */
const audiences: Readonly<Record<string, LiveRule['audience']>> = {
  'prescriptions.prescription-signed': both,
  'prescriptions.prescription-changed': both,
  'prescriptions.draft-saved': practitioner,
  'prescriptions.draft-discarded': practitioner,
  'prescriptions.pharmacy-request-received': practitioner,
  'prescriptions.pharmacy-request-answered': practitioner,
}

export const liveRules: readonly LiveRule[] = Object.entries(audiences).map(([event, audience]) => ({
  event,
  audience,
  message: ({ data }) => ({
    type: 'prescription.changed',
    ids: { prescriptionId: String(data['prescriptionId']), patientId: String(data['patientId']) },
  }),
}))
