import type { components } from '@visitkit/contract'
import type { Task } from '../model/task.ts'

type CareTask = components['schemas']['CareTask']

/** The contract shape of a task. */
export const presentTask = (
  task: Task,
  names: ReadonlyMap<string, string>,
  patient?: CareTask['patient'],
): CareTask => ({
  id: task.id,
  ...(task.patientId !== null && { patientId: task.patientId }),
  ...(patient && { patient }),
  ...(task.visitId !== null && { visitId: task.visitId }),
  kind: task.kind,
  ...(task.title !== null && { title: task.title }),
  priority: task.priority,
  status: task.status,
  ...(task.dueAt && { dueAt: task.dueAt.toISOString() }),
  ...(task.assigneeRole !== null && { assigneeRole: task.assigneeRole }),
  ...(task.assigneeId !== null && {
    assignee: {
      memberId: task.assigneeId,
      displayName: names.get(`member:${task.assigneeId}`) ?? 'Former member of staff',
    },
  }),
  ...(task.source && { source: task.source }),
  ...(task.doneAt && { doneAt: task.doneAt.toISOString() }),
  createdAt: task.createdAt.toISOString(),
  version: task.version,
})
