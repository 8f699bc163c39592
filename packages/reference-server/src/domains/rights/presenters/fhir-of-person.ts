import type { components } from '@visitkit/contract'
import { concept, hl7, reference, type FhirResource } from './fhir-resource.ts'

type Schemas = components['schemas']
type Name = Schemas['PersonName']

const humanName = ({ given, middle, family, suffix }: Name, use: string): Record<string, unknown> => ({
  use,
  family,
  given: [given, ...(middle ?? [])],
  ...(suffix !== undefined && { suffix: [suffix] }),
})

const address = ({ line1, line2, city, state, postalCode }: Schemas['Address']): Record<string, unknown> => ({
  line: [line1, ...(line2 === undefined ? [] : [line2])],
  city,
  state,
  ...(postalCode !== undefined && { postalCode }),
  country: 'US',
})

export const fhirOfPatient = (patient: Schemas['Patient']): FhirResource => ({
  resourceType: 'Patient',
  id: patient.id,
  ...(patient.recordNumber !== undefined && { identifier: [{ value: patient.recordNumber }] }),
  name: [humanName(patient.name, 'official'), ...(patient.otherNames ?? []).map((name) => humanName(name, name.use))],
  telecom: [
    ...(patient.email === undefined ? [] : [{ system: 'email', value: patient.email }]),
    ...(patient.phone === undefined ? [] : [{ system: 'phone', value: patient.phone }]),
    ...(patient.call.rule !== 'only' ? [] : [{ system: 'phone', value: patient.call.phone, rank: 1 }]),
  ],
  ...(patient.sex !== undefined && { gender: patient.sex }),
  birthDate: patient.birthDate,
  address: [
    ...(patient.address === undefined ? [] : [address(patient.address)]),
    ...(patient.letters.address === undefined || patient.letters.rule !== 'only'
      ? []
      : [{ ...address(patient.letters.address), type: 'postal' }]),
  ],
  communication: [{ language: concept('urn:ietf:bcp:47', patient.language), preferred: true }],
})

export const fhirOfProxy = (proxy: Schemas['Proxy']): FhirResource => ({
  resourceType: 'RelatedPerson',
  id: proxy.id,
  active: proxy.status === 'active',
  patient: reference('Patient', proxy.patientId),
  relationship: [{ text: proxy.relationship }],
  name: [{ text: proxy.displayName }],
  period: { start: proxy.from, ...(proxy.to !== null && { end: proxy.to }) },
})

const consentStatus = {
  active: 'active',
  declined: 'rejected',
  revoked: 'inactive',
  superseded: 'inactive',
  expired: 'inactive',
} as const

export const fhirOfConsent = (consent: Schemas['Consent']): FhirResource => ({
  resourceType: 'Consent',
  id: consent.id,
  status: consentStatus[consent.status],
  scope: hl7('consentscope', consent.purpose === 'telehealth-treatment' ? 'treatment' : 'patient-privacy'),
  category: [concept('http://loinc.org', '59284-0', consent.title)],
  patient: reference('Patient', consent.patientId),
  dateTime: consent.decidedAt,
  policyRule: { text: `${consent.title}, version ${consent.documentVersion}` },
  sourceAttachment: {
    contentType: 'application/json',
    language: consent.language,
    title: consent.title,
    creation: consent.decidedAt,
  },
  provision: { type: consent.decision === 'granted' ? 'permit' : 'deny' },
})

export const fhirOfEvidence = (evidence: Schemas['ConsentEvidence']): FhirResource => ({
  resourceType: 'Provenance',
  id: evidence.consentId,
  target: [reference('Consent', evidence.consentId)],
  recorded: (JSON.parse(evidence.statement) as { readonly decidedAt?: string }).decidedAt ?? null,
  agent: [{ who: reference('Patient', evidence.patientId) }],
  signature: [
    {
      type: [{ system: 'urn:iso-astm:E1762-95:2013', code: '1.2.840.10065.1.12.1.7' }],
      who: reference('Patient', evidence.patientId),
      targetFormat: 'application/json',
      sigFormat: 'application/octet-stream',
      data: Buffer.from(evidence.signature, 'base64url').toString('base64'),
    },
  ],
})

export const fhirOfCoverage = (coverage: Schemas['Coverage']): FhirResource => ({
  resourceType: 'Coverage',
  id: coverage.id,
  status: 'active',
  beneficiary: reference('Patient', coverage.patientId),
  subscriberId: coverage.memberNumber,
  relationship: hl7('subscriber-relationship', coverage.relationship),
  period: { start: coverage.from, ...(coverage.to !== undefined && { end: coverage.to }) },
  payor: [{ display: coverage.payer.name }],
  order: coverage.order,
  ...(coverage.groupNumber !== undefined && {
    class: [{ type: hl7('coverage-class', 'group'), value: coverage.groupNumber }],
  }),
})

const outcome: Readonly<Record<Schemas['AccessOutcome'], string>> = { done: '0', refused: '8', failed: '8' }
const act = { create: 'C', read: 'R', search: 'E', update: 'U', delete: 'D', execute: 'E', print: 'R', export: 'R' }

export const fhirOfAccess = (patientId: string, access: Schemas['Access']): FhirResource => ({
  resourceType: 'AuditEvent',
  id: access.id,
  type: { system: 'http://terminology.hl7.org/CodeSystem/audit-event-type', code: 'rest' },
  action: act[access.action],
  recorded: access.at,
  outcome: outcome[access.outcome],
  ...(access.purpose !== null && {
    purposeOfEvent: [concept('http://terminology.hl7.org/CodeSystem/v3-ActReason', access.purpose)],
  }),
  agent: [
    {
      who: { display: access.actor.displayName ?? access.actor.role },
      role: [{ text: access.actor.role }],
      requestor: true,
    },
  ],
  source: { observer: { display: access.application ?? 'the server' } },
  entity: [
    { what: reference('Patient', patientId), role: { code: '1' } },
    { description: access.entity, detail: [{ type: 'reason', valueString: access.reason }] },
  ],
})

const taskStatus = { waiting: 'requested', accepted: 'completed', denied: 'rejected' } as const

/** Task with the answer; a disagreement is a Communication about it. */
export const fhirOfRequest = (request: Schemas['PrivacyRequest']): FhirResource[] => [
  {
    resourceType: 'Task',
    id: request.id,
    status: taskStatus[request.status],
    intent: 'proposal',
    code: { text: request.kind },
    description: request.what,
    for: reference('Patient', request.patientId),
    ...(request.visitId !== undefined && { encounter: reference('Encounter', request.visitId) }),
    authoredOn: request.askedAt,
    restriction: { period: { end: request.dueAt } },
    ...(request.decision && {
      lastModified: request.decision.at,
      statusReason: { text: request.decision.text },
    }),
  },
  ...(request.disagreement
    ? [
        {
          resourceType: 'Communication',
          id: `${request.id}-disagreement`,
          status: 'completed',
          about: [reference('Task', request.id)],
          subject: reference('Patient', request.patientId),
          sent: request.disagreement.at,
          payload: [{ contentString: request.disagreement.text }],
        },
      ]
    : []),
  ...(request.recipients ?? []).map((one) => ({
    resourceType: 'Communication',
    id: one.id,
    status: communicationStatus[one.state],
    about: [reference('Task', request.id)],
    subject: reference('Patient', request.patientId),
    recipient: [{ display: one.name }],
    ...(one.notification && {
      ...(one.state === 'notified' && { sent: one.notification.on }),
      medium: [{ text: one.notification.channel }],
      ...(one.notification.note !== undefined && { statusReason: { text: one.notification.note } }),
    }),
  })),
]

const communicationStatus = {
  asking: 'preparation',
  'to-notify': 'in-progress',
  declined: 'not-done',
  notified: 'completed',
  'not-possible': 'stopped',
} as const satisfies Record<Schemas['CorrectionRecipientState'], string>

/** What a patient wrote by text message. */
export const fhirOfText = (patientId: string, text: Schemas['PatientText']): FhirResource => ({
  resourceType: 'Communication',
  id: text.id,
  status: 'completed',
  medium: [hl7('v3-ParticipationMode', 'SMSWRIT')],
  subject: reference('Patient', patientId),
  sender: reference('Patient', patientId),
  received: text.receivedAt,
  ...(text.text !== undefined && { payload: [{ contentString: text.text }] }),
})

/** A disclosure that staff recorded. What the server sent is in the ledger, and there each act is an AuditEvent. */
export const fhirOfDisclosure = (
  patientId: string,
  { lastOn, purpose, recipient, what, count }: Schemas['AccountedDisclosure'],
  index: number,
): FhirResource => ({
  resourceType: 'AuditEvent',
  id: `disclosure-${index + 1}`,
  type: { system: 'http://dicom.nema.org/resources/ontology/DCM', code: '110106', display: 'Export' },
  action: 'R',
  recorded: `${lastOn}T00:00:00Z`,
  outcome: '0',
  purposeOfEvent: [{ text: purpose }],
  agent: [{ who: { display: [recipient?.name, recipient?.address].filter(Boolean).join(', ') }, requestor: false }],
  source: { observer: { display: 'the clinic' } },
  entity: [
    { what: reference('Patient', patientId), role: { code: '1' } },
    { description: what ?? '', detail: [{ type: 'count', valueString: String(count) }] },
  ],
})
