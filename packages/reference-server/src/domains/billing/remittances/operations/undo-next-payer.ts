import { operation } from '../../../../platform/contracts/operation.ts'
import { reversed } from '../../kernel/model/account-ledger.ts'
import { movementsOfAnswer } from '../../kernel/model/next-payer.ts'
import type { BillingContext } from '../../ports.ts'
import { nextPayerNotAwaited } from '../../problems.ts'
import { changeHeldBalance, gatherHeldBalance } from '../workflows/held-balance.ts'

export const undoNextPayer = operation<BillingContext>()('undoNextPayer', {
  gather: ({ path }, ports, context) => gatherHeldBalance(ports, context, path.claimId),
  decide: ({ body }, loaded, context) => {
    const { claim, posting } = loaded
    const answer = posting?.answers.at(-1)
    if (posting === null || posting.claimId !== claim.id || answer?.coverageId !== body.coverageId)
      throw nextPayerNotAwaited()
    const heldCents = answer.paidCents + answer.discountCents + answer.patientCents
    const held = { nextCoverageId: answer.coverageId, heldCents, answers: posting.answers.slice(0, -1) }
    return changeHeldBalance(context, loaded, posting, held, {
      patientCents: 0,
      movements: reversed(movementsOfAnswer(answer, posting.nextCoverageId !== null)),
    })
  },
})
