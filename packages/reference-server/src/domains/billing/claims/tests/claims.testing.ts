import { expect } from 'vitest'
import type { components } from '@visitkit/contract'
import { acceptedClaim, paymentFor, postRemittance, remitted } from '../../remittances/tests/remittances.testing.ts'
import type { BillingHospital } from '../../tests/billing-hospital.testing.ts'

type Claim = components['schemas']['Claim']

/** What tests of claims do at the billing desk. `hospital` is called each time, because the hospital starts later. */
export const deskOf = (hospital: () => BillingHospital) => {
  const claimNow = async ({ id }: Pick<Claim, 'id'>): Promise<Claim> =>
    (await hospital().biller.get(`/v1/claims/${id}`)).body
  return {
    claimNow,
    statesOf: (...claims: readonly Claim[]) => Promise.all(claims.map(async (claim) => (await claimNow(claim)).state)),
    /** The claim in a response, which must have this status. */
    answered: async (response: Promise<{ status: number; body: unknown }>, status: number): Promise<Claim> => {
      const given = await response
      expect(given.status, JSON.stringify(given.body)).toBe(status)
      return given.body as Claim
    },
    /** Sent and paid. */
    paid: async (): Promise<Claim> => {
      const { claim } = await acceptedClaim(hospital())
      await postRemittance(hospital(), paymentFor([remitted(claim, { payerClaimNumber: null })]))
      return claimNow(claim)
    },
  }
}
