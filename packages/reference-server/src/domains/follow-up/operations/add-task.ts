import { operation } from '../../../platform/contracts/operation.ts'
import { requireUuid } from '../../../platform/database/ids/require-uuid.ts'
import { taskChanged } from '../events.ts'
import type { Task } from '../model/task.ts'
import type { FollowUpContext } from '../ports.ts'
import { invalidRequest, unknownMember } from '../problems.ts'
import { insertTask } from '../store/tasks.ts'
import { gatherAssignees } from '../workflows/gather-assignees.ts'
import { presentTask } from '../presenters/present-task.ts'
import { requireOneAssignee } from '../workflows/require-one-assignee.ts'

/** For a member or for a role; for the caller if neither is named. */
export const addTask = operation<FollowUpContext>()('addTask', {
  gather: async ({ path, body }, ports, context) => {
    requireOneAssignee(body)
    await ports.directory.patientZone(context, path.patientId)
    if (body.visitId !== undefined) {
      const visit = await ports.visits.visit(context, body.visitId)
      if (visit.patientId !== path.patientId)
        throw invalidRequest([{ pointer: '/visitId', code: 'unknown', message: 'Must be a visit of this patient.' }])
    }
    const assigneeId = body.assigneeId ?? (body.assigneeRole === undefined ? context.caller.personId : null)
    const names = await gatherAssignees(ports, context, [assigneeId])
    if (body.assigneeId !== undefined && !names.has(`member:${body.assigneeId}`)) throw unknownMember()
    return { assigneeId, names }
  },
  decide: ({ path, body }, { assigneeId, names }, { now, caller, newId }) => {
    const [id, patientId] = [newId(), requireUuid(path.patientId)]
    const task: Task = {
      id,
      patientId,
      visitId: body.visitId ?? null,
      kind: 'other',
      priority: body.priority,
      status: 'open',
      dueAt: body.dueAt === undefined ? null : new Date(body.dueAt),
      assigneeRole: body.assigneeRole ?? null,
      assigneeId,
      source: null,
      cause: `member:${id}`,
      raisedBy: caller.personId,
      createdAt: now,
      doneAt: null,
      version: 1,
      title: body.title,
    }
    return {
      writes: [insertTask(task)],
      events: [taskChanged(task)],
      answer: { status: 201, headers: { location: `/v1/tasks/${id}` }, body: presentTask(task, names) },
    }
  },
})
