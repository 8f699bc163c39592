import type { DomainJob } from '../../../platform/contracts/domain-job.ts'
import { taskChanged } from '../events.ts'
import { listOverdueUrgentTasks, replaceTask } from '../store/tasks.ts'
import { changeEachDue, type DueChanges } from '../../../platform/system/change-each-due.ts'

/** Reassigns an overdue urgent task of one person to all practitioners: that person may be away. */
export const reassignOverdueTasks = (deps: DueChanges): DomainJob => ({
  name: 'follow_up.reassign-overdue-tasks',
  everySeconds: 60,
  run: (now) =>
    changeEachDue(deps, now, {
      list: 'follow_up.overdue_urgent_tasks',
      find: listOverdueUrgentTasks,
      idOf: ({ id }) => id,
      decide: (task) => {
        const passedOn = {
          ...task,
          assigneeId: null,
          assigneeRole: 'practitioner' as const,
          version: task.version + 1,
        }
        return {
          writes: [replaceTask(passedOn, task)],
          events: [
            // The previous assignee is notified too: the task leaves their list.
            taskChanged({ ...passedOn, assigneeRole: null, assigneeId: task.assigneeId }),
            taskChanged(passedOn),
          ],
          answer: undefined,
        }
      },
    }),
})
