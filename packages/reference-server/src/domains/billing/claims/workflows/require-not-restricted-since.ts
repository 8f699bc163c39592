import type { AnyKysely } from '../../../../platform/contracts/database.ts'
import type { ClaimSources } from '../model/claim-sources.ts'
import { versionConflict } from '../../problems.ts'
import { findVisitAccount } from '../../accounts/store/visit-accounts.ts'

/**
 * Throws `version_conflict` if, after a claim's sources were read, the patient asked not to disclose the visit to a payer (45 CFR
 * 164.522(a)(1)(vi)): a claim made from them would ignore that. Call it when the claim's row is locked or just inserted; the operation that
 * stores the request takes the same locks.
 */
export const requireNotRestrictedSince = async (
  tx: AnyKysely,
  { restricted, visit }: Pick<ClaimSources, 'restricted'> & { readonly visit: Pick<ClaimSources['visit'], 'visitId'> },
): Promise<void> => {
  const account = await findVisitAccount(tx, visit.visitId)
  if (account !== null && account.restricted !== restricted) throw versionConflict()
}
