import { operation } from '../../../../platform/contracts/operation.ts'
import { writeClaimFile } from '../../../../vendors/clearinghouse/write-claim-file.ts'
import { X12Refusal } from '../../../../vendors/clearinghouse/x12/field-writer.ts'
import { fileReference } from '../../claims/model/file-reference.ts'
import {
  alreadyForwarded,
  answeredByHand,
  firstDecisionOf,
  medicareAfterTwo,
  medicareReasonMissing,
  nextClaimOf,
  priorDecisionOf,
} from '../../claims/model/next-claim-of.ts'
import { fieldFindings } from '../../claims/model/scrub-fields.ts'
import { insertClaimMessage } from '../../claims/store/claim-messages.ts'
import { insertNextClaim } from '../../claims/store/next-claims.ts'
import { listNextDecisions, type StoredNextDecision } from '../../claims/store/next-decisions.ts'
import { newClaimNumber } from '../../claims/workflows/capture-charges.ts'
import { requireSendingTerms } from '../../claims/workflows/require-sending-terms.ts'
import { presentClaim } from '../../claims/presenters/present-claim.ts'
import { isMedicareSecondary } from '../../coverages/model/medicare-reason.ts'
import { readCoverage } from '../../coverages/store/coverages.ts'
import { claimChanged } from '../../events.ts'
import { readTerms } from '../../fees/store/terms.ts'
import type { PriorDecision } from '../../kernel/model/claim.ts'
import { isForwardedTo, type NextPayerAnswer } from '../../kernel/model/next-payer.ts'
import { decidedStates } from '../../kernel/model/claim-record.ts'
import { claimToAwaited, returnedNextStates, type NextClaimFacts } from '../../kernel/model/next-claim.ts'
import { controlNumberAfter, takeControlNumber } from '../../kernel/store/settings.ts'
import type { BillingContext } from '../../ports.ts'
import { claimBlocked, nextClaimSent, nextPayerNotAwaited, noClearinghouse } from '../../problems.ts'
import { balanceAsGathered } from '../store/postings.ts'
import { readRemittance } from '../store/remittances.ts'
import { gatherHeldBalance } from '../workflows/held-balance.ts'

/** Sends the claim to the payer that is awaited, with what each payer before it decided (837P with coordination of benefits). */
export const sendToNextPayer = operation<BillingContext>()('sendToNextPayer', {
  gather: async ({ path, body }, ports, context) => {
    const { db } = context
    const balance = await gatherHeldBalance(ports, context, path.claimId)
    const access = ports.clearinghouse.of(context.caller.organizationId)
    if (access === null) throw noClearinghouse()
    const { claim, posting } = balance
    const isOpen = posting?.claimId === claim.id && decidedStates.has(claim.state)
    if (posting === null || !isOpen || posting.nextCoverageId !== body.coverageId) throw nextPayerNotAwaited()
    const [terms, coverage, patient, remittance, decisions] = await Promise.all([
      readTerms(db),
      readCoverage(db, context, body.coverageId),
      ports.directory.patient(context, claim.patientId),
      readRemittance(db, posting.remittanceId),
      listNextDecisions(
        db,
        context,
        posting.answers.flatMap(({ claimNumber }) => claimNumber ?? []),
      ),
    ])
    const { account } = access
    const sending = requireSendingTerms({ account, policy: ports.policy, lastControlNumber: terms.lastControlNumber })
    const { paidOn } = remittance
    return { number: newClaimNumber(), balance, posting, coverage, patient, paidOn, decisions, sending }
  },
  decide: ({ body }, { number, balance, posting, coverage, patient, paidOn, decisions, sending }, context) => {
    const { claim, awaited, surroundings, nextClaims } = balance
    const earlier = claimToAwaited(nextClaims, coverage.id)
    const { clearinghouseClaim: first } = claim.details
    if (earlier !== null && !returnedNextStates.has(earlier.state)) throw nextClaimSent()
    if (first === null || awaited === null) throw nextPayerNotAwaited()
    if (isMedicareSecondary({ order: coverage.order, payer: awaited }) && coverage.medicareSecondaryReason === null)
      throw claimBlocked([medicareReasonMissing])
    if (posting.answers.length > 0 && awaited.filingIndicator === 'MB') throw claimBlocked([medicareAfterTwo])
    const isForwarded = isForwardedTo(posting)
    if (isForwarded && body.sendForwarded !== true) throw claimBlocked([alreadyForwarded])
    const { now, newId } = context
    const { patientId } = claim
    const sent = nextClaimOf({
      ...{ number, sent: first, patient, coverage, payer: awaited },
      priors: [
        priorDecisionOf(
          first,
          firstDecisionOf(claim.details, {
            ...{ paidCents: posting.paidCents, decidedOn: paidOn, payerClaimNumber: claim.payerClaimNumber },
          }),
        ),
        ...laterDecisions(posting.answers, decisions),
      ],
    })
    const control = controlNumberAfter(sending.lastControlNumber)
    const file = fileOf(() =>
      writeClaimFile({
        account: sending.account,
        control: { interchange: control, group: control },
        fileReference: fileReference({ claimNumber: number, controlNumber: control }),
        createdAt: now,
        claims: [sent],
      }),
    )
    const next: NextClaimFacts = {
      ...{ id: newId(), number, claimId: claim.id, rootId: claim.rootId, postingId: posting.id, patientId },
      ...{ coverageId: coverage.id, payerId: awaited.id, state: 'sending', code: null, controlNumber: control },
      ...{ sentAt: now, changedAt: now, version: 1 },
    }
    context.access.touch(patientId)
    const { nextCoverageId, heldCents, answers } = posting
    return {
      writes: [
        balanceAsGathered(posting),
        insertNextClaim(next, sent),
        takeControlNumber(control, sending.lastControlNumber),
        insertClaimMessage({
          ...{ id: newId(), claimId: claim.id, patientId, kind: '837P', direction: 'out', at: now, text: file },
        }),
      ],
      events: [claimChanged(claim)],
      transmissions: [
        {
          ...{ id: newId(), kind: 'next-claim-file', subjectId: next.id, patientId },
          ...{ visitId: claim.visitId, payload: { file } },
          expiresAt: new Date(now.getTime() + sending.policy.submissionHours * 3_600_000),
        },
      ],
      answer: {
        status: 200,
        body: presentClaim(claim, {
          ...surroundings,
          nextPayer: { nextCoverageId, heldCents, answers, payer: awaited, claim: next, isForwarded },
        }),
      },
    }
  },
})

/** Of the payers between the first and the one that is awaited, in their order. */
const laterDecisions = (
  answers: readonly NextPayerAnswer[],
  decisions: readonly StoredNextDecision[],
): readonly PriorDecision[] =>
  answers.map(({ claimNumber }) => {
    const stored = decisions.find(({ sent }) => sent.controlNumber === claimNumber)
    if (!stored) throw claimBlocked([answeredByHand])
    return priorDecisionOf(stored.sent, stored.decision)
  })

const fileOf = (write: () => string): string => {
  try {
    return write()
  } catch (error) {
    if (error instanceof X12Refusal) throw claimBlocked(fieldFindings(error.faults))
    throw error
  }
}
