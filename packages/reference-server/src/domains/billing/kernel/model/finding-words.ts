import type { components } from '@visitkit/contract'

type Schemas = components['schemas']
type Values = Schemas['ClaimFindingValues']

/** The words of closed values in the sentences of findings. */
export const findingWords = {
  field: {
    'billing-name': 'the name of the organization',
    'billing-npi': 'the NPI of the organization',
    'billing-tax-id': 'the tax id of the organization',
    'billing-taxonomy': 'the taxonomy of the organization',
    'billing-address': 'the address of the organization',
    'practitioner-name': 'the name of the practitioner',
    'practitioner-npi': 'the NPI of the practitioner',
    'practitioner-taxonomy': 'the taxonomy of the practitioner',
    'insured-name': 'the name of the insured person',
    'insured-address': 'the address of the insured person',
    'insured-birth-date': 'the birth date of the insured person',
    'member-number': 'the member number',
    'group-number': 'the group number',
    'patient-name': 'the name of the patient',
    'patient-address': 'the address of the patient',
    'patient-birth-date': 'the birth date of the patient',
    payer: 'the payer',
    'medicare-reason': 'the reason why another payer pays before Medicare',
    'prior-authorization': 'the authorization number',
    diagnoses: 'the diagnoses',
    services: 'the services',
    'service-code': 'the service code',
    'service-date': 'the date of service',
    modifiers: 'the modifiers',
    units: 'the units',
    charge: 'the charge',
    'claim-number': 'the claim number',
    'clearinghouse-account': 'the account at the clearinghouse',
    other: 'another part of the claim',
  },
  place: { '02': '02 (not at home)', '10': '10 (at home)', '11': '11 (in the office)' },
  instead: {
    code: 'Bill {code}.',
    'office-visit': 'Bill the office visit code for the same work, with the modifiers that this payer wants.',
    'behavioral-health':
      'Bill the behavioral health code, with the modifiers that this payer wants, or let the service go uncharged.',
    none: 'Bill the patient only if they agreed to it before the visit, or let the service go uncharged.',
  },
} as const satisfies {
  readonly field: Readonly<Record<Schemas['ClaimField'], string>>
  readonly place: Readonly<Record<NonNullable<Values['placeOfService']>, string>>
  readonly instead: Readonly<Record<Schemas['BillInstead']['kind'], string>>
}
