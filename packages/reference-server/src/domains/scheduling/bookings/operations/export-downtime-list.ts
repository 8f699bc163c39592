import { operation } from '../../../../platform/contracts/operation.ts'
import type { SchedulingPorts } from '../../ports.ts'
import { collectDowntimeVisits } from '../workflows/collect-downtime-visits.ts'

export const exportDowntimeList = operation<SchedulingPorts>()('exportDowntimeList', {
  read: async (_, _gathered, context, { directory }) => ({
    status: 200,
    body: await collectDowntimeVisits(directory, context),
  }),
})
