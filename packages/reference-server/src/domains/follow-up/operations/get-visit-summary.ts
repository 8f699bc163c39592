import { operation } from '../../../platform/contracts/operation.ts'
import type { FollowUpContext } from '../ports.ts'
import { presentSummary } from '../presenters/present-summary.ts'
import { gatherSummary } from '../workflows/gather-summary.ts'

export const getVisitSummary = operation<FollowUpContext>()('getVisitSummary', {
  gather: ({ path }, ports, context) => gatherSummary(ports, context, path.visitId),
  read: async (_, { summary, extras }) => ({ status: 200, body: presentSummary(summary, extras) }),
})
