import { operation } from '../../../platform/contracts/operation.ts'
import type { FollowUpContext } from '../ports.ts'
import { describeSummary } from '../presenters/describe-summary.ts'
import { gatherSummary } from '../workflows/gather-summary.ts'

export const getVisitSummary = operation<FollowUpContext>()('getVisitSummary', {
  gather: ({ path }, ports, reading) => gatherSummary(ports, reading, path.visitId),
  read: async (_, { summary, extras }) => ({ status: 200, body: describeSummary(summary, extras) }),
})
