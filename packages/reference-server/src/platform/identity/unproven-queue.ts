import { createFairQueue } from '../heavy/fair-queue.ts'

/** Runs a check of a proof that costs something, for the address and client that claim it. */
export type CheckUnproven = <T>(address: string, claim: string, check: () => Promise<T>) => Promise<T>

/**
 * Checks of proofs that may be forged and cost a signature, a slow hash or a query: a few at once, and addresses take turns. So a flood of
 * forged proofs waits for itself. It refuses an address that has too many in it; a proof that was checked before, or that carries our own
 * code, never comes here.
 */
export const createUnprovenQueue = (): CheckUnproven => {
  const queue = createFairQueue({ atOnce: 4, perPerson: 50, perOrganization: 200, waiting: 2_000 })
  return (address, claim, check) => queue.run({ organizationId: address, personId: claim }, check)
}
