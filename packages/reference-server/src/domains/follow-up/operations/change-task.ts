import { operation } from '../../../platform/contracts/operation.ts'
import { notFound } from '../../../platform/problems/problem.ts'
import { taskChanged } from '../events.ts'
import { changeTask as change, mayHandle } from '../model/task.ts'
import type { FollowUpContext } from '../ports.ts'
import { unknownMember } from '../problems.ts'
import { lockTask, readTaskFacts, updateTask } from '../store/tasks.ts'
import { gatherAssignees } from '../workflows/gather-assignees.ts'
import { presentTask } from '../presenters/present-task.ts'
import { requireOneAssignee } from '../workflows/require-one-assignee.ts'

export const changeTask = operation<FollowUpContext>()('changeTask', {
  gather: async ({ path, body }, ports, context) => {
    requireOneAssignee(body)
    const task = await readTaskFacts(context.db, context, path.taskId)
    if (!mayHandle(task, context.caller)) throw notFound('another one’s task')
    const names = await gatherAssignees(ports, context, [task.assigneeId, body.assigneeId])
    if (body.assigneeId !== undefined && !names.has(`member:${body.assigneeId}`)) throw unknownMember()
    return names
  },
  keep: async ({ path, body: { version, dueAt, ...changes } }, names, context) => {
    const before = await lockTask(context.tx, context, path.taskId)
    const after = change(
      before,
      { ...changes, ...(dueAt !== undefined && { dueAt: new Date(dueAt) }) },
      version,
      context.now,
    )
    await updateTask(context.tx, context, after)
    if (after.assigneeId !== before.assigneeId || after.assigneeRole !== before.assigneeRole)
      // The previous assignee is notified too: the task leaves their list.
      await context.emit(taskChanged({ ...after, assigneeId: before.assigneeId, assigneeRole: before.assigneeRole }))
    await context.emit(taskChanged(after))
    return { status: 200, body: presentTask(after, names) }
  },
})
