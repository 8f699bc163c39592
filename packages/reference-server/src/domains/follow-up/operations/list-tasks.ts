import { personUuidOf } from '../../../platform/database/ids/require-uuid.ts'
import { operation } from '../../../platform/contracts/operation.ts'
import { unlessErased } from '../../../platform/problems/unless-erased.ts'
import { seesEveryTask, teamOf, type Role } from '../model/task.ts'
import type { FollowUpContext } from '../ports.ts'
import { pageOf, readCursor } from '../store/page-cursor.ts'
import { listTasks as findTasks, decryptTask, cursorOfTask } from '../store/tasks.ts'
import { gatherAssignees } from '../workflows/gather-assignees.ts'
import { presentTask } from '../presenters/present-task.ts'

/** The caller's tasks and those of their roles, or those of the caller's colleagues. For a named patient, treating roles see every task. */
export const listTasks = operation<FollowUpContext>()('listTasks', {
  read: async ({ query }, _, context, ports) => {
    const { db, caller, access } = context
    const { patientId, status = 'open', team = false, limit = 50 } = query
    const filter = {
      status,
      memberId: personUuidOf(caller),
      roles: caller.roles as readonly Role[],
      ...(patientId !== undefined && { patient: { id: patientId, all: seesEveryTask(caller) } }),
      ...(team && { team: teamOf(caller, access) ?? [] }),
    }
    const fetched = await findTasks(db, caller.organizationId, filter, readCursor(query.cursor), limit + 1)
    const { items, nextCursor } = pageOf(fetched, limit, cursorOfTask)
    const within = await access.within(items.flatMap(({ patient_id: id }) => id ?? []))
    const shown = items.filter(({ patient_id: id }) => id === null || within.has(id))
    const decrypted = await Promise.all(shown.map((row) => unlessErased(decryptTask(db, context, row))))
    const tasks = decrypted.filter((task) => task !== null)
    const patientIds = new Set(tasks.map(({ patientId }) => patientId).filter((id) => id !== null))
    const [names, patients] = await Promise.all([
      gatherAssignees(
        ports,
        context,
        tasks.map(({ assigneeId }) => assigneeId),
      ),
      ports.directory.patientSummaries(context, [...patientIds]),
    ])
    return {
      status: 200,
      body: {
        items: tasks.map((task) => presentTask(task, names, patients.get(task.patientId ?? ''))),
        nextCursor,
      },
    }
  },
})
