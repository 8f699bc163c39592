import type { AnyKysely } from '../../../../platform/contracts/database.ts'
import type { ClaimFacts } from '../../kernel/model/claim-record.ts'
import type { Finding } from '../../kernel/model/finding.ts'
import { claimBlocked } from '../../problems.ts'
import { findVisitAccount } from '../../accounts/store/visit-accounts.ts'

const patientPays: Finding = {
  code: 'self-pay',
  pointer: '/payer',
  severity: 'error',
  message: 'Only the patient pays for this visit, or the patient asked not to disclose it to a payer.',
  remedy: 'Choose a coverage that was in force on the day of the visit, if the patient has one and wants it billed.',
}

/**
 * Throws `claim_blocked` for a visit that must not be disclosed to a payer (45 CFR 164.522(a)(1)(vi)). Checks the visit's account, which
 * stores the patient's request, and not the claim alone.
 */
export const requirePayerDisclosureAllowed = async (
  db: AnyKysely,
  { visitId, state }: Pick<ClaimFacts, 'visitId' | 'state'>,
): Promise<void> => {
  const account = await findVisitAccount(db, visitId)
  if (state === 'self-pay' || account?.restricted) throw claimBlocked([patientPays])
}
