import type { components } from '@visitkit/contract'
import type { BillingPack } from '../../kernel/model/billing-pack.ts'
import type { BillingSettings } from '../../kernel/model/billing-settings.ts'
import type { EstimatePolicy } from '../../kernel/model/billing-policy.ts'
import { fullName } from '../../../../platform/names/person-name.ts'
import type { DocumentBlock } from '../../kernel/model/document-block.ts'
import { dollars } from '../../kernel/model/dollars.ts'
import { totalOf, type Estimate } from './estimate.ts'
import { localDay } from '../../kernel/model/local-day.ts'
import { estimateWords } from './estimate-words.ts'

type Schemas = components['schemas']

export interface EstimateSources {
  readonly estimate: Estimate
  readonly patient: Pick<Schemas['Patient'], 'name' | 'birthDate' | 'language'>
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
  const { words } = estimateWords(patient.language)
  const states = [...new Set(practitioner.licenses.map(({ state }) => state))].join(', ')
  return [
    { kind: 'title', text: words.title },
    {
      kind: 'facts',
      rows: [
        { label: words.patient, value: nameOf(patient) },
        { label: words.birthDate, value: patient.birthDate },
        { label: words.service, value: textOf(estimate.service, patient.language) || words.asListed },
        { label: words.serviceOn, value: estimate.serviceOn ?? words.notScheduled },
        { label: words.issuedOn, value: estimate.issuedAt ? localDay(estimate.issuedAt, zone) : '' },
        ...(estimate.validUntil === null ? [] : [{ label: words.validUntil, value: estimate.validUntil }]),
      ],
    },
    { kind: 'heading', text: practitioner.displayName },
    {
      kind: 'facts',
      rows: [
        { label: words.npi, value: practitioner.npi ?? words.notOnRecord },
        { label: words.biller, value: provider?.organizationName ?? '' },
        { label: words.billerNpi, value: provider?.npi ?? '' },
        { label: words.taxId, value: provider?.taxId.number ?? '' },
        {
          label: words.office,
          value: provider ? `${provider.address.line1}, ${provider.address.city}, ${provider.address.state}` : '',
        },
        { label: words.state, value: states },
        { label: words.diagnoses, value: estimate.diagnosisCodes.join(', ') || words.notKnown },
      ],
    },
    {
      kind: 'table',
      columns: [
        { heading: words.code, share: 2 },
        { heading: words.service, share: 6 },
        { heading: words.units, share: 1, align: 'end' },
        { heading: words.charge, share: 3, align: 'end' },
      ],
      rows: [
        ...estimate.items.map(({ code, units, chargeCents }) => [
          code,
          pack.serviceCodes.find((known) => known.code === code)?.name ?? '',
          String(units),
          dollars(chargeCents),
        ]),
        ['', words.total, '', dollars(totalOf(estimate))],
      ],
    },
    { kind: 'heading', text: words.notice },
    {
      kind: 'list',
      items: words.notices({
        amount: dollars(policy.disputeCents),
        days: policy.disputeCalendarDays,
        phone,
      }),
    },
  ]
}

export const nameOf = ({ name }: Pick<Schemas['Patient'], 'name'>): string => fullName(name)

export const textOf = (
  texts: readonly { readonly language: string; readonly text: string }[],
  language: string,
): string =>
  (texts.find((each) => each.language === language) ?? texts.find((each) => each.language === 'en') ?? texts[0])
    ?.text ?? ''
