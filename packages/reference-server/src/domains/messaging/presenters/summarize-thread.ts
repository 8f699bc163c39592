import type { components } from '@visitkit/contract'
import type { AnyKysely, Situation } from '../../../platform/seams.ts'
import type { Thread } from '../model/thread.ts'
import { attachmentsOf } from '../store/attachments.ts'
import type { Message } from '../store/messages.ts'

type Schemas = components['schemas']

/** What people are called, by `kind:id`. */
export type Names = ReadonlyMap<string, string>

export const summarizeThread = (
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

/** The messages with their files and the names of those who wrote them. */
export const describeMessages = async (
  db: AnyKysely,
  { caller }: Pick<Situation, 'caller'>,
  messages: readonly Message[],
  names: Names,
): Promise<Schemas['ThreadMessage'][]> => {
  const files = await attachmentsOf(
    db,
    messages.map(({ id }) => id),
  )
  return messages.map(({ id, author, text, at }) => ({
    id,
    from: { ...author, displayName: names.get(`${author.kind}:${author.id}`) ?? '' },
    mine: author.id === caller.personId,
    text,
    attachments: [...(files.get(id) ?? [])],
    at: at.toISOString(),
  }))
}
