import { operation } from '../../../../platform/contracts/operation.ts'
import { readClaimFacts } from '../../claims/store/claims.ts'
import { claimWorkChanged } from '../../events.ts'
import { decidedStates } from '../../kernel/model/claim-record.ts'
import type { BillingContext } from '../../ports.ts'
import { appealOpen, claimNotAdjudicated } from '../../problems.ts'
import type { Appeal } from '../model/appeal.ts'
import { presentAppeal } from '../presenters/present-claim-work.ts'
import { insertAppeal } from '../store/appeals.ts'
import { gatherNames } from '../workflows/gather-names.ts'

export const addAppeal = operation<BillingContext>()('addAppeal', {
  gather: async ({ path }, ports, context) => {
    const claim = await readClaimFacts(context.db, context, path.claimId)
    if (!decidedStates.has(claim.state) || claim.frequency === 'void') throw claimNotAdjudicated()
    return { claim, names: await gatherNames(ports, context, [context.caller.personId]) }
  },
  decide: ({ body }, { claim, names }, { access, now, newId, caller }) => {
    const { id: claimId, rootId, visitId, patientId } = claim
    access.touch(patientId)
    const appeal: Appeal = {
      id: newId(),
      ...{ claimId, rootId, visitId, patientId },
      authorId: caller.personId,
      state: 'draft',
      answer: null,
      dueOn: body.dueOn,
      noteVersion: body.attachNote ? claim.noteVersion : null,
      madeAt: now,
      sentAt: null,
      answeredAt: null,
      version: 1,
      text: body.text,
    }
    return {
      writes: [insertAppeal(appeal)],
      events: [claimWorkChanged({ claimId, patientId, visitId })],
      answer: {
        status: 201,
        headers: { location: `/v1/claims/${claimId}/work` },
        body: presentAppeal(appeal, names),
      },
      otherwise: () => {
        throw appealOpen()
      },
    }
  },
})
