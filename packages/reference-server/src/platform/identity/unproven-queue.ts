import { createFairQueue } from '../heavy/fair-queue.ts'

/** Runs a check of a proof that costs something, for the address and client that claim it. */
export type CheckUnproven = <T>(address: string, claim: string, check: () => Promise<T>) => Promise<T>

/**
 * Checks of proofs that may be forged and cost a signature, a slow hash or a query: a few at once, and addresses take turns. So a flood of
 * forged proofs waits for itself. Only an address with thousands in it is refused: a whole hospital may come at once after a restart. A
 * proof that was checked before, or that carries our own code, never comes here.
 */
export const createUnprovenQueue = (): CheckUnproven => {
  const queue = createFairQueue({
    ...{ atOnce: 4, perPerson: 2_000, perOrganization: 4_000, waiting: 10_000 },
    secondsEach: 0.15,
  })
  return (address, claim, check) => queue.run({ organizationId: address, personId: claim }, check)
}
