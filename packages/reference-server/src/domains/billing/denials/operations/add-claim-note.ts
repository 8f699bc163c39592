import { operation } from '../../../../platform/contracts/operation.ts'
import { readClaimFacts } from '../../claims/store/claims.ts'
import { claimWorkChanged } from '../../events.ts'
import type { BillingContext } from '../../ports.ts'
import { presentNote } from '../presenters/present-claim-work.ts'
import { insertNote } from '../store/claim-notes.ts'
import { gatherNames } from '../workflows/gather-names.ts'

export const addClaimNote = operation<BillingContext>()('addClaimNote', {
  gather: async ({ path }, ports, context) => ({
    claim: await readClaimFacts(context.db, context, path.claimId),
    names: await gatherNames(ports, context, [context.caller.personId]),
  }),
  decide: ({ body }, { claim, names }, { access, now, newId, caller }) => {
    const { id: claimId, rootId, patientId, visitId } = claim
    access.touch(patientId)
    const note = { id: newId(), claimId, rootId, patientId, authorId: caller.personId, at: now, text: body.text }
    return {
      writes: [insertNote(note)],
      events: [claimWorkChanged({ claimId, patientId, visitId })],
      answer: {
        status: 201,
        headers: { location: `/v1/claims/${claimId}/work` },
        body: { ...presentNote(note, names), patientId },
      },
    }
  },
})
