import { nothingToDo, onEvent } from '../../../../platform/contracts/reaction.ts'
import { moveMoneyOf } from '../../accounts/workflows/move-money.ts'
import { claimFactsOfPatient, replaceClaims } from '../../claims/store/claims.ts'
import { listOrderedCoverages } from '../../coverages/store/coverages.ts'
import { claimChanged } from '../../events.ts'
import { decidedStates } from '../../kernel/model/claim-record.ts'
import { balanceWithCoverages } from '../model/balance-with-coverages.ts'
import type { BillingContext } from '../../ports.ts'
import { listPostingsInForce, replaceHeldBalance } from '../store/postings.ts'

/**
 * A coverage that was added late, as Medicaid often is, or that ended before the visit: what a payer left to the patient goes back to the
 * insurance's side, or to the patient. What a payer has answered stays.
 */
export const onCoverageChangedHoldBalances = onEvent<BillingContext>()(
  ['billing.coverage-changed'],
  'billing.hold-balances-on-coverage-changed',
  {
    gather: async ({ data: { patientId } }, _, context) => {
      const { db } = context
      const postings = await listPostingsInForce(db, context, patientId)
      if (postings.length === 0) return nothingToDo
      const [claims, coverages] = await Promise.all([
        claimFactsOfPatient(db, patientId),
        listOrderedCoverages(db, [patientId]),
      ])
      return { postings, claims, coverages }
    },
    decide: ({ data: { patientId } }, { postings, claims, coverages }, context) => {
      const changes = postings.flatMap((posting) => {
        const claim = claims.find(({ id, state }) => id === posting.claimId && decidedStates.has(state))
        const after = claim && balanceWithCoverages(posting, claim, coverages)
        return claim && after ? [{ posting, claim, after }] : []
      })
      if (changes.length === 0) return nothingToDo
      context.access.touch(patientId)
      const replaced = changes.map(({ claim, after: { patientCents } }) => ({
        before: claim,
        after: { ...claim, patientCents, changedAt: context.now, version: claim.version + 1 },
      }))
      const money = moveMoneyOf(
        context,
        changes.map(({ claim: { visitId }, after: { movements } }) => ({
          ...{ patientId, visitId, movements },
          paymentId: null,
        })),
      )
      return {
        writes: [
          ...changes.map(({ posting, after }) => replaceHeldBalance(posting, after.held, after.postedMovements)),
          ...replaceClaims(context, replaced),
          ...money.writes,
        ],
        events: [...replaced.map(({ after }) => claimChanged(after)), ...money.events],
        answer: undefined,
      }
    },
  },
)
