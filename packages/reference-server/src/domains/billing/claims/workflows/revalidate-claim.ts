import type { DecideContext } from '../../../../platform/contracts/context.ts'
import { requirePayerDisclosureAllowed } from './require-payer-disclosure-allowed.ts'
import type { BillingPack } from '../../kernel/model/billing-pack.ts'
import type { ClaimRecord } from '../../kernel/model/claim-record.ts'
import type { ClaimSources } from '../model/claim-sources.ts'
import { makeFinding } from '../../kernel/model/make-finding.ts'
import { claimBlocked, claimSent } from '../../problems.ts'
import { draftOf, reviseClaim } from './revise-claim.ts'

const stale = makeFinding('error', 'claim-stale', '/lines')

/**
 * An unsent claim as it can be sent now, electronically or on paper: a license, a consent, a restriction or the filing deadline may have
 * changed since the desk reviewed it. Throws `claim_blocked` with the findings, and `claim_sent` if another claim replaced it.
 */
export const revalidateClaim = (
  before: ClaimRecord,
  sources: ClaimSources,
  isReplaced: boolean,
  pack: BillingPack,
  { now, caller }: Pick<DecideContext, 'now' | 'caller'>,
): ClaimRecord => {
  if (isReplaced) throw claimSent()
  requirePayerDisclosureAllowed(before, sources.restricted)
  if (before.stale) throw claimBlocked([stale])
  const checked = reviseClaim(before, draftOf(before), sources, pack, { now, caller }, false)
  const blocking = checked.details.findings.filter(({ severity }) => severity === 'error')
  if (blocking.length > 0) throw claimBlocked(blocking)
  return checked
}
