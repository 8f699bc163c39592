import type { ClaimFacts } from '../../kernel/model/claim-record.ts'
import type { Finding } from '../../kernel/model/finding.ts'
import { claimBlocked } from '../../problems.ts'

const patientPays: Finding = {
  code: 'self-pay',
  pointer: '/payer',
  severity: 'error',
  message: 'Only the patient pays for this visit, or the patient asked not to disclose it to a payer.',
  remedy: 'Choose a coverage that was in force on the day of the visit, if the patient has one and wants it billed.',
}

/**
 * Throws `claim_blocked` for a visit that must not be disclosed to a payer (45 CFR 164.522(a)(1)(vi)). `restricted` is of the visit's
 * account, which stores the patient's request: the claim alone does not decide.
 */
export const requirePayerDisclosureAllowed = ({ state }: Pick<ClaimFacts, 'state'>, restricted: boolean): void => {
  if (state === 'self-pay' || restricted) throw claimBlocked([patientPays])
}
