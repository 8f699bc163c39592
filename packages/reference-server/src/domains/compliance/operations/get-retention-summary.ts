import { operation } from '../../../platform/contracts/operation.ts'
import { dueBeforeDay } from '../model/retention.ts'
import type { ComplianceContext } from '../ports.ts'
import { countRecords } from '../store/retained-records.ts'
import { gatherRules } from '../workflows/gather-retained.ts'

export const getRetentionSummary = operation<ComplianceContext>()('getRetentionSummary', {
  read: async (_, __, context, ports) => {
    const { today, years } = await gatherRules(context, ports)
    return { status: 200, body: await countRecords(context.db, dueBeforeDay(today, years)) }
  },
})
