import { unlessErased } from '../../../../platform/problems/unless-erased.ts'
import type { ReadContext } from '../../../../platform/contracts/context.ts'
import {
  decryptClaimDetails,
  listChains,
  type ClaimNames,
  type EncryptedClaim,
} from '../../claims/store/claim-chains.ts'
import { claimSealContext } from '../../claims/store/claims.ts'
import { listPostingsByChain, type StoredPosting } from '../store/postings.ts'
import type { LoadedClaim } from './claim-batch.ts'

export interface LoadedBatch {
  readonly claims: readonly LoadedClaim[]
  readonly postings: readonly StoredPosting[]
}

/**
 * The chains of the named claims. Unknown names are omitted, and so are claims of erased patients: no one can change them, and what names
 * them does not stop the rest. `remitted`: the numbers of claims whose chains are decrypted.
 */
export const gatherClaimBatch = async (
  context: ReadContext,
  names: ClaimNames & { readonly remitted: ReadonlySet<string> },
): Promise<LoadedBatch> => {
  const { db } = context
  const [chains, postings] = await Promise.all([listChains(db, names), listPostingsByChain(db, context, names)])
  const remitted = new Set(chains.flatMap(({ facts }) => (names.remitted.has(facts.number) ? [facts.rootId] : [])))
  const claims = chains.map(async (claim): Promise<LoadedClaim[]> => {
    const { facts } = claim
    if (!remitted.has(facts.rootId)) return (await isErased(context, claim)) ? [] : [{ facts, details: null }]
    const details = await unlessErased(decryptClaimDetails(db, context, claim))
    return details === null ? [] : [{ facts, details }]
  })
  return { claims: (await Promise.all(claims)).flat(), postings }
}

/** Decrypts nothing: what is stored about the claim is encrypted under the same key. */
const isErased = async ({ db, vault, caller }: ReadContext, { facts }: EncryptedClaim): Promise<boolean> => {
  const place = claimSealContext(caller.organizationId, facts.id, facts.patientId)
  return (await unlessErased(vault.seal(db, place, null))) === null
}
