import { operation } from '../../../../platform/contracts/operation.ts'
import { decidedStates } from '../../kernel/model/claim-record.ts'
import { movementsOfAnswer, nextCoverage } from '../../kernel/model/next-payer.ts'
import type { BillingContext } from '../../ports.ts'
import { balanceBillingProhibited, nextPayerAmountsDiffer, nextPayerNotAwaited } from '../../problems.ts'
import { changeHeldBalance, gatherHeldBalance } from '../workflows/held-balance.ts'

export const answerNextPayer = operation<BillingContext>()('answerNextPayer', {
  gather: ({ path }, ports, context) => gatherHeldBalance(ports, context, path.claimId),
  decide: ({ body }, loaded, context) => {
    const { claim, posting, coverages, awaited } = loaded
    // No one owes what was written off.
    const isOpen = posting?.claimId === claim.id && decidedStates.has(claim.state)
    if (posting === null || !isOpen || posting.nextCoverageId !== body.coverageId) throw nextPayerNotAwaited()
    const { paidCents, discountCents, patientCents } = body
    if (paidCents + discountCents + patientCents !== posting.heldCents) throw nextPayerAmountsDiffer(posting.heldCents)
    // 42 CFR 447.15; for a qualified Medicare beneficiary, section 1902(n)(3)(B) of the Social Security Act.
    if (awaited?.kind === 'medicaid' && paidCents === 0 && patientCents > 0) throw balanceBillingProhibited()
    const answer = {
      ...{ coverageId: body.coverageId, paidCents, discountCents, patientCents },
      at: context.now.toISOString(),
    }
    const answers = [...posting.answers, answer]
    const next = patientCents === 0 ? null : nextCoverage(coverages, claim.coverageId, claim.serviceDay, answers)
    const held = { nextCoverageId: next?.id ?? null, heldCents: next === null ? 0 : patientCents, answers }
    return changeHeldBalance(context, loaded, posting, held, {
      patientCents: next === null ? patientCents : 0,
      movements: movementsOfAnswer(answer, next !== null),
    })
  },
})
