import type { ReadContext } from '../../../../platform/contracts/context.ts'
import { decryptClaimDetails, listChains, type ClaimNames } from '../../claims/store/claim-chains.ts'
import { listPostingsByChain, type StoredPosting } from '../store/postings.ts'
import type { LoadedClaim } from './claim-batch.ts'

export interface LoadedBatch {
  readonly claims: readonly LoadedClaim[]
  readonly postings: readonly StoredPosting[]
}

/** The chains of the named claims. Unknown names are omitted. `remitted`: the numbers of claims whose chains are decrypted. */
export const gatherClaimBatch = async (
  context: ReadContext,
  names: ClaimNames & { readonly remitted: ReadonlySet<string> },
): Promise<LoadedBatch> => {
  const { db } = context
  const [chains, postings] = await Promise.all([listChains(db, names), listPostingsByChain(db, context, names)])
  const remitted = new Set(chains.flatMap(({ facts }) => (names.remitted.has(facts.number) ? [facts.rootId] : [])))
  const claims = chains.map(async (claim): Promise<LoadedClaim> => {
    const { facts } = claim
    return { facts, details: remitted.has(facts.rootId) ? await decryptClaimDetails(db, context, claim) : null }
  })
  return { claims: await Promise.all(claims), postings }
}
