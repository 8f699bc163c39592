import { expect } from 'vitest'
import type { components } from '@visitkit/contract'
import type { BillingHospital } from '../../tests/billing-hospital.testing.ts'
import { remitted, type RemittedClaim } from './remittances.testing.ts'

type Schemas = components['schemas']
type Claim = Schemas['Claim']

export interface PayerOfOrder {
  readonly name: string
  readonly order: number
  readonly memberNumber: string
}

/** In the order in which they answer. The first is that of every insured patient. */
export const prairie: PayerOfOrder = { name: 'Prairie Health Partners', order: 2, memberNumber: 'MEM30000002' }
export const state: PayerOfOrder = { name: 'State Family Care', order: 3, memberNumber: 'MEM30000003' }

/** What an 835 says about who pays. */
export const payment = {
  lakeside: { payerIdentifier: '1900000002', payerName: 'LAKESIDE MUTUAL HEALTH', payerIds: ['LAKESIDE1'] },
  prairie: { payerIdentifier: '1900000003', payerName: 'PRAIRIE HEALTH PARTNERS', payerIds: ['PRAIRIE02'] },
  state: { payerIdentifier: '1900000004', payerName: 'STATE FAMILY CARE', payerIds: ['STATECARE'] },
} as const

export const cover = async (
  hospital: BillingHospital,
  patientId: string,
  { name, order, memberNumber }: PayerOfOrder,
): Promise<Schemas['Coverage']> => {
  const added = await hospital.biller.post(`/v1/patients/${patientId}/coverages`, {
    payerId: (await hospital.payer(name)).id,
    ...{ memberNumber, relationship: 'self', order, from: '2026-01-01' },
  })
  expect(added.status).toBe(201)
  await hospital.settle()
  return added.body
}

export const sendTo = (hospital: BillingHospital, { id }: Claim, coverageId: string) =>
  hospital.biller.post(`/v1/claims/${id}/next-payer-claims`, { coverageId })

export const claimNow = async (hospital: BillingHospital, { id }: Claim): Promise<Claim> =>
  (await hospital.biller.get(`/v1/claims/${id}`)).body

/** The answer of a payer after the first, which pays and leaves these cents of what waits, and takes the rest off. */
export const nextAnswer = (
  claim: Claim,
  controlNumber: string,
  place: 'second' | 'third',
  [heldCents, paidCents, patientCents]: readonly [number, number, number],
): RemittedClaim => {
  const before = claim.chargeCents - heldCents
  return remitted(claim, {
    ...{ controlNumber, paidCents, patientResponsibilityCents: patientCents, payerClaimNumber: `N${controlNumber}` },
    status: place === 'second' ? 'processed-secondary' : 'processed-tertiary',
    statusCode: place === 'second' ? '2' : '3',
    adjustments: [
      { group: 'OA' as const, reason: '23', amountCents: before, quantity: null },
      { group: 'CO' as const, reason: '45', amountCents: heldCents - paidCents - patientCents, quantity: null },
      { group: 'PR' as const, reason: '2', amountCents: patientCents, quantity: null },
    ].filter(({ amountCents }) => amountCents !== 0),
  })
}
