import type { DomainJob } from '../../../platform/contracts/domain-job.ts'
import type { RunForOrganization } from '../../../platform/system/run-for-organization.ts'
import { taskChanged } from '../events.ts'
import { lockOverdueUrgentTasks, updateTask } from '../store/tasks.ts'
import { inBatches } from '../workflows/in-batches.ts'

/** Reassigns an overdue urgent task of one person to all practitioners: that person may be away. */
export const reassignOverdueTasks = (
  organizationIds: () => Promise<readonly string[]>,
  run: RunForOrganization,
): DomainJob => ({
  name: 'follow_up.reassign-overdue-tasks',
  everySeconds: 60,
  run: (now) =>
    inBatches(organizationIds, run, now, async ({ tx, caller, emit }, take) => {
      const overdue = await lockOverdueUrgentTasks(tx, caller.organizationId, now, take)
      for (const task of overdue) {
        const passedOn = {
          ...task,
          assigneeId: null,
          assigneeRole: 'practitioner' as const,
          version: task.version + 1,
        }
        await updateTask(tx, { caller }, passedOn)
        // The previous assignee is notified too: the task leaves their list.
        await emit(taskChanged({ ...passedOn, assigneeRole: null, assigneeId: task.assigneeId }))
        await emit(taskChanged(passedOn))
      }
      return overdue.length
    }),
})
