import { operation } from '../../../platform/contracts/operation.ts'
import { notFound } from '../../../platform/problems/problem.ts'
import { taskChanged } from '../events.ts'
import { changeTask as change, mayHandle } from '../model/task.ts'
import type { FollowUpContext } from '../ports.ts'
import { unknownMember } from '../problems.ts'
import { lockTask, readTaskFacts, updateTask } from '../store/tasks.ts'
import { gatherAssignees } from '../workflows/gather-assignees.ts'
import { describeTask } from '../presenters/describe-task.ts'
import { requireOneAssignee } from '../workflows/require-one-assignee.ts'

export const changeTask = operation<FollowUpContext>()('changeTask', {
  gather: async ({ path, body }, ports, reading) => {
    requireOneAssignee(body)
    const task = await readTaskFacts(reading.db, reading, path.taskId)
    if (!mayHandle(task, reading.caller)) throw notFound('another one’s task')
    const names = await gatherAssignees(ports, reading, [task.assigneeId, body.assigneeId])
    if (body.assigneeId !== undefined && !names.has(`member:${body.assigneeId}`)) throw unknownMember()
    return names
  },
  keep: async ({ path, body: { version, dueAt, ...changes } }, names, keeping) => {
    const before = await lockTask(keeping.tx, keeping, path.taskId)
    const after = change(
      before,
      { ...changes, ...(dueAt !== undefined && { dueAt: new Date(dueAt) }) },
      version,
      keeping.now,
    )
    await updateTask(keeping.tx, keeping, after)
    if (after.assigneeId !== before.assigneeId || after.assigneeRole !== before.assigneeRole)
      // Whoever had it is told as well: it is gone from their list.
      await keeping.emit(taskChanged({ ...after, assigneeId: before.assigneeId, assigneeRole: before.assigneeRole }))
    await keeping.emit(taskChanged(after))
    return { status: 200, body: describeTask(after, names) }
  },
})
