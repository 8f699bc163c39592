import { operation } from '../../../../platform/contracts/operation.ts'
import { findVisitAccount } from '../../accounts/store/visit-accounts.ts'
import { claimsAsGathered, noOtherSuccessor, readClaimFacts } from '../../claims/store/claims.ts'
import { claimWorkChanged, writeOffChanged } from '../../events.ts'
import type { BillingContext } from '../../ports.ts'
import { writeOffAsked, writeOffNotPossible } from '../../problems.ts'
import { canWriteOff, type WriteOff } from '../../kernel/model/write-off.ts'
import { presentWriteOff } from '../presenters/present-claim-work.ts'
import { hasSuccessor } from '../store/successors.ts'
import { insertWriteOff } from '../store/write-offs.ts'
import { gatherNames } from '../workflows/gather-names.ts'

export const askWriteOff = operation<BillingContext>()('askWriteOff', {
  gather: async ({ path }, ports, context) => {
    const claim = await readClaimFacts(context.db, context, path.claimId)
    const [account, isFollowed, names] = await Promise.all([
      findVisitAccount(context.db, claim.visitId),
      hasSuccessor(context.db, claim),
      gatherNames(ports, context, [context.caller.personId]),
    ])
    return { claim, openCents: account?.insuranceCents ?? 0, isFollowed, names }
  },
  decide: ({ body }, { claim, openCents, isFollowed, names }, { access, now, newId, caller }) => {
    const { id: claimId, rootId, visitId, patientId } = claim
    access.touch(patientId)
    if (isFollowed || !canWriteOff(claim, openCents)) throw writeOffNotPossible()
    const writeOff: WriteOff = {
      id: newId(),
      ...{ claimId, rootId, visitId, patientId },
      claimNumber: claim.number,
      amountCents: openCents,
      reason: body.reason,
      state: 'asked',
      claimState: claim.state,
      askedBy: caller.personId,
      askedAt: now,
      decidedBy: null,
      decidedAt: null,
      version: 1,
      comment: body.comment ?? null,
    }
    return {
      writes: [
        claimsAsGathered([claim]),
        ...noOtherSuccessor({ id: claimId, followsId: claimId }),
        insertWriteOff(writeOff),
      ],
      events: [claimWorkChanged({ claimId, patientId, visitId }), writeOffChanged(writeOff)],
      answer: {
        status: 201,
        headers: { location: `/v1/claims/${claimId}/work` },
        body: presentWriteOff(writeOff, names, caller.personId),
      },
      otherwise: () => {
        throw writeOffAsked()
      },
    }
  },
})
