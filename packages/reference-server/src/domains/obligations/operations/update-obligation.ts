import { operation } from '../../../platform/contracts/operation.ts'
import { changeObligation } from '../model/obligation.ts'
import type { ObligationContext } from '../ports.ts'
import { presentObligation } from '../presenters/present-obligation.ts'
import { versionConflict } from '../problems.ts'
import { readObligation, replaceObligation } from '../store/obligations.ts'
import { requireOwner } from '../workflows/require-owner.ts'

export const updateObligation = operation<ObligationContext>()('updateObligation', {
  gather: async ({ path, body }, ports, context) => {
    await requireOwner(ports, context, body.ownerId)
    return { before: await readObligation(context.db, path.obligationId), policy: ports.policy }
  },
  decide: ({ body: { version, ...changes } }, { before, policy }) => {
    if (before.version !== version) throw versionConflict()
    const after = changeObligation(before, changes, policy)
    return { writes: [replaceObligation(after, before)], answer: { status: 200, body: presentObligation(after) } }
  },
})
