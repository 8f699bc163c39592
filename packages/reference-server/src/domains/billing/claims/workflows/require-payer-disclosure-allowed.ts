import type { ClaimFacts } from '../../kernel/model/claim-record.ts'
import { makeFinding } from '../../kernel/model/make-finding.ts'
import { claimBlocked } from '../../problems.ts'

const patientPays = makeFinding('error', 'self-pay', '/payer')

/**
 * Throws `claim_blocked` for a visit that must not be disclosed to a payer (45 CFR 164.522(a)(1)(vi)). `restricted` is of the visit's
 * account, which stores the patient's request: the claim alone does not decide.
 */
export const requirePayerDisclosureAllowed = ({ state }: Pick<ClaimFacts, 'state'>, restricted: boolean): void => {
  if (state === 'self-pay' || restricted) throw claimBlocked([patientPays])
}
