import type { VaultContext } from '../../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../../platform/contracts/database.ts'
import { newestFirst, type PageCursor } from '../../../../platform/database/ids/page-cursor.ts'
import { requireUuid } from '../../../../platform/database/ids/require-uuid.ts'
import type { ClaimRecord } from '../../kernel/model/claim-record.ts'
import type { NextClaimFacts } from '../../kernel/model/next-claim.ts'
import { tablesOf } from '../../kernel/store/tables.ts'
import { decryptClaim } from './claims.ts'
import { nextClaimOf } from './next-claims.ts'

/** Those of a patient that were sent to a payer, the newest first. Decrypts each. */
export const listSentClaims = async (
  db: AnyKysely,
  context: VaultContext,
  patientId: string,
  page: PageCursor,
): Promise<(ClaimRecord & { readonly submittedAt: Date })[]> => {
  const rows = await tablesOf(db)
    .selectFrom('billing.claims')
    .selectAll()
    .where('patient_id', '=', requireUuid(patientId))
    .where('submitted_at', 'is not', null)
    .$call(newestFirst(page))
    .execute()
  const claims = await Promise.all(rows.map((row) => decryptClaim(db, context, row)))
  return claims.flatMap((claim) => (claim.submittedAt === null ? [] : [{ ...claim, submittedAt: claim.submittedAt }]))
}

/** Claims to the payers after the first, the oldest first. Decrypts nothing. */
export const listNextClaimsByClaim = async (db: AnyKysely, claimIds: readonly string[]): Promise<NextClaimFacts[]> => {
  if (claimIds.length === 0) return []
  const rows = await tablesOf(db)
    .selectFrom('billing.next_claims')
    .selectAll()
    .where('claim_id', 'in', [...claimIds])
    .orderBy('id')
    .execute()
  return rows.map(nextClaimOf)
}
