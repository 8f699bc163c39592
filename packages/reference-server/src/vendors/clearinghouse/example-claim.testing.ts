import type { Claim } from './claim.ts'
import type { ClearinghouseAccount } from './provider.ts'

/** One telehealth visit as a claim, for tests and for docs/reference/wire/x12.md. All people in it are fictional. */
export const exampleClaim: Claim = {
  controlNumber: 'VK-000000123',
  frequency: 'original',
  payerClaimNumber: null,
  payer: { id: 'LAKESIDE1', name: 'Lakeside Mutual Health', filingIndicator: 'CI' },
  billingProvider: {
    organizationName: 'Riverbend Example Clinic',
    npi: '1234567893',
    taxonomy: '261QP2300X',
    taxId: { kind: 'ein', number: '12-3456789' },
    address: { line1: '100 Example Way', line2: 'Suite 4', city: 'Columbus', state: 'OH', postalCode: '43215-0001' },
  },
  renderingProvider: {
    name: { last: 'Núñez', first: 'Ana', middle: null, suffix: null },
    npi: '1497758544',
    taxonomy: '207Q00000X',
  },
  supervisingProvider: null,
  referringProvider: null,
  subscriber: {
    memberId: 'LM0012345',
    groupNumber: 'EX-900',
    name: { last: "O'Brien", first: 'Patricia', middle: 'Q', suffix: null },
    address: { line1: '22 Sample Street', line2: null, city: 'Dayton', state: 'OH', postalCode: '45402' },
    birthDay: '1984-02-29',
    gender: 'female',
  },
  dependent: null,
  placeOfService: '10',
  priorAuthorization: null,
  diagnoses: ['J06.9', 'R05.1'],
  lines: [
    {
      controlNumber: 'VK-000000123-1',
      serviceDay: '2026-11-23',
      serviceCode: 'G2010',
      modifiers: ['95'],
      chargeCents: 12_550,
      units: 1,
      placeOfService: null,
      diagnosisPointers: [1, 2],
    },
  ],
  patientPaidCents: 2_000,
}

export const exampleAccount: ClearinghouseAccount = {
  submitterId: 'VISITKIT1',
  submitterName: 'Riverbend Example Clinic',
  contactName: 'Billing Desk',
  contactPhone: '6145550100',
  receiverId: 'SIMCLEAR',
  receiverName: 'Simulated Clearinghouse',
  usage: 'test',
}
