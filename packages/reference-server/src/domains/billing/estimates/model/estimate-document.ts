import type { components } from '@visitkit/contract'
import type { BillingPack } from '../../kernel/model/billing-pack.ts'
import type { BillingSettings } from '../../kernel/model/billing-settings.ts'
import type { EstimatePolicy } from '../../kernel/model/billing-policy.ts'
import { dollars } from '../../kernel/model/dollars.ts'
import { totalOf, type Estimate } from './estimate.ts'
import { localDay } from '../../kernel/model/local-day.ts'

type Schemas = components['schemas']

/** A part of a printed document, as `platform/documents` expects it. The model does not depend on PDF. */
export type DocumentBlock =
  | { readonly kind: 'title' | 'heading' | 'paragraph' | 'remark'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'facts'; readonly rows: readonly { readonly label: string; readonly value: string }[] }
  | {
      readonly kind: 'table'
      readonly columns: readonly {
        readonly heading: string
        readonly share: number
        readonly align?: 'start' | 'end'
      }[]
      readonly rows: readonly (readonly string[])[]
    }

export interface EstimateSources {
  readonly estimate: Estimate
  readonly patient: Schemas['Patient']
  readonly practitioner: Schemas['Practitioner']
  readonly settings: BillingSettings
  readonly pack: BillingPack
  readonly policy: EstimatePolicy
  readonly zone: string
  readonly phone: string
}

/**
 * A good-faith estimate as required by 45 CFR 149.610(c)(1): (i) the patient, (ii) the main service, (iii)-(iv) each item with codes and
 * charge by provider, (v) the providers, (vi)-(vii) separately scheduled items, (viii) that it may change, (ix) the right to a dispute, (x)
 * that it is not a contract.
 */
export const estimateDocument = (sources: EstimateSources): readonly DocumentBlock[] => {
  const { estimate, patient, practitioner, settings, pack, policy, zone, phone } = sources
  const { provider } = settings
  const states = [...new Set(practitioner.licenses.map(({ state }) => state))].join(', ')
  return [
    { kind: 'title', text: 'Good faith estimate' },
    {
      kind: 'facts',
      rows: [
        { label: 'Patient', value: nameOf(patient) },
        { label: 'Date of birth', value: patient.birthDate },
        { label: 'Service', value: textOf(estimate.service, patient.language) || 'As listed below' },
        { label: 'Date of service', value: estimate.serviceOn ?? 'Not scheduled yet' },
        { label: 'Date of this estimate', value: estimate.issuedAt ? localDay(estimate.issuedAt, zone) : '' },
        ...(estimate.validUntil === null ? [] : [{ label: 'Holds until', value: estimate.validUntil }]),
      ],
    },
    { kind: 'heading', text: practitioner.displayName },
    {
      kind: 'facts',
      rows: [
        { label: 'NPI', value: practitioner.npi ?? 'Not on record' },
        { label: 'Billed by', value: provider?.organizationName ?? '' },
        { label: 'NPI of the biller', value: provider?.npi ?? '' },
        { label: 'Taxpayer identification number', value: provider?.taxId.number ?? '' },
        {
          label: 'Office',
          value: provider ? `${provider.address.line1}, ${provider.address.city}, ${provider.address.state}` : '',
        },
        { label: 'State where it is provided', value: states },
        { label: 'Diagnosis codes', value: estimate.diagnosisCodes.join(', ') || 'Not known yet' },
      ],
    },
    {
      kind: 'table',
      columns: [
        { heading: 'Code', share: 2 },
        { heading: 'Service', share: 6 },
        { heading: 'Units', share: 1, align: 'end' },
        { heading: 'Expected charge', share: 3, align: 'end' },
      ],
      rows: [
        ...estimate.items.map(({ code, units, chargeCents }) => [
          code,
          pack.serviceCodes.find((known) => known.code === code)?.name ?? '',
          String(units),
          dollars(chargeCents),
        ]),
        ['', 'Total', '', dollars(totalOf(estimate))],
      ],
    },
    { kind: 'heading', text: 'What you should know' },
    {
      kind: 'list',
      items: [
        'This is what we expect today. Actual items, services or charges may differ.',
        'Other care that your practitioner recommends, such as laboratory tests or medicines, is scheduled or ordered apart and is not part of this estimate. Ask for an estimate of it.',
        `If you are billed ${dollars(policy.disputeCents)} or more above this estimate by one provider, you may dispute the bill within ${policy.disputeCalendarDays} calendar days of the first bill. See www.cms.gov/nosurprises or call 1-800-985-3059. Starting a dispute does not change the quality of your care.`,
        'This estimate is not a contract. It does not oblige you to have the services from anyone named here.',
        `Keep a copy. Questions: ${phone}.`,
      ],
    },
  ]
}

export const nameOf = ({ name }: Pick<Schemas['Patient'], 'name'>): string => `${name.given} ${name.family}`.trim()

export const textOf = (
  texts: readonly { readonly language: string; readonly text: string }[],
  language: string,
): string =>
  (texts.find((each) => each.language === language) ?? texts.find((each) => each.language === 'en') ?? texts[0])
    ?.text ?? ''
