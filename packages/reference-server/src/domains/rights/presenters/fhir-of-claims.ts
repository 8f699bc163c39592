import type { components } from '@visitkit/contract'
import { concept, hl7, icd10, reference, type FhirResource } from './fhir-resource.ts'

type Schemas = components['schemas']

const usd = (cents: number) => ({ value: cents / 100, currency: 'USD' })
const codeSystems: Readonly<Record<Schemas['ClaimLine']['codeSystem'], string | undefined>> = {
  CPT: 'http://www.ama-assn.org/go/cpt',
  HCPCS: 'https://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets',
  local: undefined,
}
const codeOf = ({ codeSystem, code }: Schemas['ClaimLine']) => {
  const system = codeSystems[codeSystem]
  return system === undefined ? { text: code } : concept(system, code)
}

/** States in which the payer has decided. */
const isDecided = (state: Schemas['ClaimState']): boolean =>
  ['paid', 'partially-paid', 'denied', 'written-off'].includes(state)
const isCancelled = (state: Schemas['ClaimState']): boolean => state === 'voided' || state === 'replaced'

/** What was sent, once for each payer, and what the first payer decided. `shown`: ids of claims in the same bundle. */
export const fhirOfClaim = (claim: Schemas['PatientClaim'], shown: ReadonlySet<string>): FhirResource[] => {
  const status = isCancelled(claim.state) ? 'cancelled' : 'active'
  const sent = {
    type: hl7('claim-type', 'professional'),
    use: 'claim',
    patient: reference('Patient', claim.patientId),
    provider: { display: 'the clinic' },
  }
  const items = claim.lines.map((line) => ({
    sequence: line.number,
    productOrService: codeOf(line),
    ...(line.modifiers.length > 0 && { modifier: line.modifiers.map((text) => ({ text })) }),
    servicedDate: claim.serviceDate,
    quantity: { value: line.units },
    net: usd(line.chargeCents),
  }))
  const toPayer = (id: string, number: string, payer: string, sequence: number, at: string): FhirResource => ({
    ...{ resourceType: 'Claim', id, status, ...sent, created: at, insurer: { display: payer } },
    identifier: [{ value: number }],
    priority: hl7('processpriority', 'normal'),
    ...(claim.follows !== undefined &&
      shown.has(claim.follows) && {
        related: [
          {
            claim: reference('Claim', claim.follows),
            relationship: hl7('ex-relatedclaimrelationship', 'prior'),
          },
        ],
      }),
    diagnosis: claim.diagnosisCodes.map((code, index) => ({
      sequence: index + 1,
      diagnosisCodeableConcept: concept(icd10, code),
    })),
    insurance: [{ sequence, focal: true, coverage: { display: payer } }],
    item: items.map((item, index) => ({ ...item, diagnosisSequence: claim.lines[index]?.diagnosisPointers ?? [] })),
    total: usd(claim.chargeCents),
  })
  return [
    toPayer(claim.id, claim.number, claim.payer, 1, claim.submittedAt),
    ...claim.nextClaims.map(({ id, number, payer, sentAt }, index) => toPayer(id, number, payer, index + 2, sentAt)),
    ...(isDecided(claim.state)
      ? [
          {
            ...{
              resourceType: 'ExplanationOfBenefit',
              id: claim.id,
              status,
              ...sent,
              insurer: { display: claim.payer },
            },
            created: claim.history.at(-1)?.at ?? claim.submittedAt,
            claim: reference('Claim', claim.id),
            ...(claim.payerClaimNumber !== undefined && { identifier: [{ value: claim.payerClaimNumber }] }),
            outcome: claim.state === 'partially-paid' ? 'partial' : 'complete',
            insurance: [{ focal: true, coverage: { display: claim.payer } }],
            item: items.map((item, index) => ({
              ...item,
              adjudication: adjudications(claim.lines[index]),
            })),
            total: [
              { category: hl7('adjudication', 'submitted'), amount: usd(claim.chargeCents) },
              { category: hl7('adjudication', 'benefit'), amount: usd(claim.paidCents) },
            ],
            payment: { amount: usd(claim.paidCents) },
          },
        ]
      : []),
  ]
}

const adjudications = (line: Schemas['ClaimLine'] | undefined) =>
  line === undefined
    ? []
    : [
        ...(line.allowedCents === undefined
          ? []
          : [{ category: hl7('adjudication', 'eligible'), amount: usd(line.allowedCents) }]),
        ...(line.paidCents === undefined
          ? []
          : [{ category: hl7('adjudication', 'benefit'), amount: usd(line.paidCents) }]),
        ...line.adjustments.map(({ group, reason, amountCents }) => ({
          category: { text: `${group}-${reason}` },
          amount: usd(amountCents),
        })),
      ]
