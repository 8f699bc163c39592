import { operation } from '../../../platform/contracts/operation.ts'
import type { ComplianceContext } from '../ports.ts'
import { presentSchedule } from '../presenters/present-retention.ts'
import { findSchedule } from '../store/retention-schedules.ts'
import { namesOfMembers } from '../workflows/gather-case.ts'

export const getRetentionSchedule = operation<ComplianceContext>()('getRetentionSchedule', {
  read: async (_, __, context, ports) => {
    const schedule = await findSchedule(context.db)
    const names = await namesOfMembers(context, ports, [schedule?.changedBy ?? null])
    return { status: 200, body: presentSchedule(schedule, ports.retention, names) }
  },
})
