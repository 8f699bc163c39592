import { operation } from '../../../platform/contracts/operation.ts'
import { notFound } from '../../../platform/problems/problem.ts'
import { taskChanged } from '../events.ts'
import { changeTask as change, mayHandle } from '../model/task.ts'
import type { FollowUpContext } from '../ports.ts'
import { unknownMember } from '../problems.ts'
import { readTask, replaceTask } from '../store/tasks.ts'
import { gatherAssignees } from '../workflows/gather-assignees.ts'
import { presentTask } from '../presenters/present-task.ts'
import { requireOneAssignee } from '../workflows/require-one-assignee.ts'

export const changeTask = operation<FollowUpContext>()('changeTask', {
  gather: async ({ path, body }, ports, context) => {
    requireOneAssignee(body)
    const { facts, decrypt } = await readTask(context.db, context, path.taskId)
    if (!mayHandle(facts, context.caller)) throw notFound('another one’s task')
    const names = await gatherAssignees(ports, context, [facts.assigneeId, body.assigneeId])
    if (body.assigneeId !== undefined && !names.has(`member:${body.assigneeId}`)) throw unknownMember()
    return { before: await decrypt(), names }
  },
  decide: ({ body: { version, dueAt, ...changes } }, { before, names }, { now }) => {
    const after = change(before, { ...changes, ...(dueAt !== undefined && { dueAt: new Date(dueAt) }) }, version, now)
    const isReassigned = after.assigneeId !== before.assigneeId || after.assigneeRole !== before.assigneeRole
    return {
      writes: [replaceTask(after, before)],
      events: [
        // The previous assignee is notified too: the task leaves their list.
        ...(isReassigned
          ? [taskChanged({ ...after, assigneeId: before.assigneeId, assigneeRole: before.assigneeRole })]
          : []),
        taskChanged(after),
      ],
      answer: { status: 200, body: presentTask(after, names) },
    }
  },
})
