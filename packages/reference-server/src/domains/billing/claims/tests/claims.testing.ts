import { expect } from 'vitest'
import type { components } from '@visitkit/contract'
import { acceptedClaim, paymentFor, postRemittance, remitted } from '../../remittances/tests/remittances.testing.ts'
import type { TestClinic } from '../../tests/clinic.testing.ts'

type Claim = components['schemas']['Claim']

/** What tests about claims do at the desk. `clinic`: asked for each time, because it starts before the tests and after this. */
export const deskOf = (clinic: () => TestClinic) => {
  const claimNow = async ({ id }: Pick<Claim, 'id'>): Promise<Claim> =>
    (await clinic().biller.get(`/v1/claims/${id}`)).body
  return {
    claimNow,
    statesOf: (...claims: readonly Claim[]) => Promise.all(claims.map(async (claim) => (await claimNow(claim)).state)),
    /** The claim that is answered, with this status. */
    answered: async (response: Promise<{ status: number; body: unknown }>, status: number): Promise<Claim> => {
      const given = await response
      expect(given.status, JSON.stringify(given.body)).toBe(status)
      return given.body as Claim
    },
    /** Sent, and paid by its payer. */
    paid: async (): Promise<Claim> => {
      const { claim } = await acceptedClaim(clinic())
      await postRemittance(clinic(), paymentFor([remitted(claim, { payerClaimNumber: null })]))
      return claimNow(claim)
    },
  }
}
