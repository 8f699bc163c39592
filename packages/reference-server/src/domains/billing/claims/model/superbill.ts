import type { components } from '@visitkit/contract'
import type { BillingSettings } from '../../kernel/model/billing-settings.ts'
import type { ClaimRecord } from '../../kernel/model/claim-record.ts'
import { dollars } from '../../kernel/model/dollars.ts'
import type { DocumentBlock } from '../../kernel/model/document-block.ts'
import { nameOf } from '../../estimates/model/estimate-document.ts'

type Schemas = components['schemas']

/**
 * The document that a patient submits to their own payer: who treated whom, when and where, for what, with which codes, and what was paid.
 */
export const superbill = ({
  claim,
  patient,
  practitioner,
  settings,
  patientPaidCents,
}: {
  readonly claim: ClaimRecord
  readonly patient: Pick<Schemas['Patient'], 'name' | 'birthDate'>
  readonly practitioner: Schemas['Practitioner']
  readonly settings: BillingSettings
  readonly patientPaidCents: number
}): readonly DocumentBlock[] => {
  const { provider } = settings
  const { details } = claim
  return [
    { kind: 'title', text: 'Superbill' },
    {
      kind: 'facts',
      rows: [
        { label: 'Patient', value: nameOf(patient) },
        { label: 'Date of birth', value: patient.birthDate },
        { label: 'Date of service', value: claim.serviceDay },
        { label: 'Place of service', value: details.placeOfService ?? 'Not on record' },
        { label: 'Practitioner', value: practitioner.displayName },
        { label: 'NPI', value: practitioner.npi ?? 'Not on record' },
        { label: 'Billed by', value: provider?.organizationName ?? '' },
        { label: 'NPI of the biller', value: provider?.npi ?? '' },
        { label: 'Taxpayer identification number', value: provider?.taxId.number ?? '' },
        { label: 'Reference', value: claim.number },
      ],
    },
    { kind: 'heading', text: 'Diagnoses' },
    { kind: 'list', items: details.diagnoses.map((code, index) => `${index + 1}. ${code}`) },
    { kind: 'heading', text: 'Services' },
    {
      kind: 'table',
      columns: [
        { heading: 'Code', share: 2 },
        { heading: 'Modifiers', share: 2 },
        { heading: 'Diagnoses', share: 2 },
        { heading: 'Units', share: 1, align: 'end' },
        { heading: 'Charge', share: 2, align: 'end' },
      ],
      rows: [
        ...details.lines.map(({ code, modifiers, diagnosisPointers, units, chargeCents }) => [
          code,
          modifiers.join(' '),
          diagnosisPointers.join(', '),
          String(units),
          dollars(chargeCents),
        ]),
        ['Total', '', '', '', dollars(claim.chargeCents)],
        ['Paid by patient', '', '', '', dollars(patientPaidCents)],
      ],
    },
    {
      kind: 'remark',
      text: 'This is a receipt with codes and not a claim. Your plan decides whether it pays any of it.',
    },
  ]
}
