import { operation } from '../../../platform/contracts/operation.ts'
import { changeRisk } from '../model/risk.ts'
import type { ObligationContext } from '../ports.ts'
import { presentRisk } from '../presenters/present-obligation.ts'
import { versionConflict } from '../problems.ts'
import { readRisk, replaceRisk } from '../store/risks.ts'
import { gatherToday } from '../workflows/gather-today.ts'
import { requireOwner } from '../workflows/require-owner.ts'

export const updateRisk = operation<ObligationContext>()('updateRisk', {
  gather: async ({ path, body }, ports, context) => {
    await requireOwner(ports, context, body.ownerId)
    return { ...(await gatherToday(ports, context)), before: await readRisk(context.db, path.riskId) }
  },
  decide: ({ body: { version, ...changes } }, { before, today, policy }) => {
    if (before.version !== version) throw versionConflict()
    const after = changeRisk(before, changes, today, policy)
    return { writes: [replaceRisk(after, before)], answer: { status: 200, body: presentRisk(after) } }
  },
})
