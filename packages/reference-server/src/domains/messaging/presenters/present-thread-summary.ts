import type { components } from '@visitkit/contract'
import type { Thread } from '../model/thread.ts'

type Schemas = components['schemas']

/** Names of people, by `kind:id`. */
export type Names = ReadonlyMap<string, string>

export const presentThreadSummary = (
  thread: Thread,
  texts: {
    readonly subject: string
    readonly unread: number
    readonly patient: Schemas['PatientSummary'] | undefined
    readonly names: Names
  },
): Schemas['ThreadSummary'] => ({
  id: thread.id,
  patientId: thread.patientId,
  ...(texts.patient && { patient: texts.patient }),
  topic: thread.topic,
  subject: texts.subject,
  status: thread.status,
  assigneeRole: thread.assigneeRole,
  ...(thread.assigneeId !== null && {
    assignee: { memberId: thread.assigneeId, displayName: texts.names.get(`member:${thread.assigneeId}`) ?? '' },
  }),
  ...(thread.visitId !== null && { visitId: thread.visitId }),
  unread: texts.unread,
  waitingFor: thread.waitingFor,
  lastMessageAt: thread.lastMessageAt.toISOString(),
  version: thread.version,
})
