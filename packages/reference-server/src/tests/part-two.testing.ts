import type { components } from '@visitkit/contract'
import type { SignedInClient, TestResponse } from '../platform/http/tests/start-test-server.testing.ts'
import { answered } from '../test-kit/answered.ts'

type Schemas = components['schemas']
type Purpose = Extract<Schemas['ConsentPurpose'], `part-two-${string}`>

/** A consent to disclosure that states all that the law wants. */
export const completeTerms = {
  patientName: 'Robin Sample',
  discloser: 'Lakeside Health',
  information: ['visits', 'prescriptions', 'lab-orders', 'bills'],
  recipients: ['pharmacies', 'laboratories', 'health-plans'],
  purposes: ['treatment', 'payment', 'operations'],
  expiration: { kind: 'none' },
} as const satisfies Schemas['PartTwoTerms']

export const termsOf = {
  'part-two-disclosure': completeTerms,
  'part-two-counseling-notes': { ...completeTerms, information: ['counseling-notes'] },
  'part-two-proceedings': {
    ...completeTerms,
    recipients: [],
    namedRecipients: ['County Court (sample)'],
    purposes: ['legal-proceeding'],
  },
} as const satisfies Readonly<Record<Purpose, Schemas['PartTwoTerms']>>

/** Signs as a person does on the screen, but for `given`. */
export const signPartTwo = async (
  by: SignedInClient,
  patientId: string,
  purpose: Purpose,
  given: object = {},
): Promise<TestResponse> => {
  const query = `purposes=${purpose}&language=en`
  const { items } = await answered(by.get(`/v1/patients/${patientId}/consent-requirements?${query}`), 200)
  const document: Schemas['ConsentDocument'] = items[0].document
  return by.post(`/v1/patients/${patientId}/consents`, {
    documentId: document.id,
    version: document.version,
    language: document.language,
    contentHash: document.contentHash,
    sectionsSeen: document.sections.map(({ id }) => id),
    decision: 'granted',
    signature: { kind: 'typed', name: 'Robin Sample' },
    zone: 'America/New_York',
    partTwo: termsOf[purpose],
    ...given,
  })
}
