import { operation } from '../../../platform/contracts/operation.ts'
import { personUuidOf } from '../../../platform/database/ids/require-uuid.ts'
import { requirePast } from '../model/day.ts'
import { completeObligation as complete } from '../model/obligation.ts'
import type { ObligationContext } from '../ports.ts'
import { presentObligation } from '../presenters/present-obligation.ts'
import { versionConflict } from '../problems.ts'
import { insertCompletion, readObligation, replaceObligation } from '../store/obligations.ts'
import { gatherToday } from '../workflows/gather-today.ts'

export const completeObligation = operation<ObligationContext>()('completeObligation', {
  gather: async ({ path }, ports, context) => ({
    ...(await gatherToday(ports, context)),
    before: await readObligation(context.db, path.obligationId),
  }),
  decide: ({ body }, { before, today }, { caller, newId, now }) => {
    if (before.version !== body.version) throw versionConflict()
    const completedOn = requirePast(body.completedOn, today, 'completedOn')
    const after = complete(before, completedOn)
    const completion = {
      id: newId(),
      obligationId: before.id,
      completedOn,
      evidence: body.evidence,
      recordedBy: personUuidOf(caller),
      recordedAt: now,
    }
    return {
      writes: [replaceObligation(after, before), insertCompletion(completion)],
      answer: { status: 200, body: presentObligation(after) },
    }
  },
})
