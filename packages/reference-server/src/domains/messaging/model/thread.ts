import type { Caller } from '../../../platform/contracts/caller.ts'
import type { MessagingPolicy, Role, Topic } from './messaging-policy.ts'

/** The author of a message. Programs write as members. */
export interface Author {
  readonly kind: 'patient' | 'proxy' | 'member'
  readonly id: string
}

/** A thread without its texts. */
export interface Thread {
  readonly id: string
  readonly patientId: string
  readonly topic: Topic
  readonly status: 'open' | 'closed'
  readonly assigneeRole: Role
  readonly assigneeId: string | null
  readonly visitId: string | null
  readonly waitingFor: 'care-team' | 'patient' | 'none'
  readonly lastMessageId: string
  readonly lastMessageAt: Date
  readonly version: number
}

export const authorOf = ({ kind, personId }: Caller): Author => ({
  kind: kind === 'patient' || kind === 'proxy' ? kind : 'member',
  id: personId,
})

/** Treating roles, which read every thread of a patient. */
const treatingRoles: readonly string[] = ['practitioner', 'nurse']

export const seesEveryThread = ({ roles }: Pick<Caller, 'roles'>): boolean =>
  roles.some((role) => treatingRoles.includes(role))

/** 45 CFR 164.502(b): what a patient writes is for treating members and for the members who are to reply. */
export const mayHandle = (
  { assigneeId, assigneeRole }: Pick<Thread, 'assigneeId' | 'assigneeRole'>,
  caller: Pick<Caller, 'roles' | 'personId'>,
): boolean => seesEveryThread(caller) || assigneeId === caller.personId || caller.roles.includes(assigneeRole)

export interface Beginning {
  readonly id: string
  readonly patientId: string
  readonly topic: Topic
  readonly visitId: string | null
  /** The member of the visit's practitioner, if the thread is about a visit. */
  readonly seenBy: string | null
  readonly author: Author
  readonly messageId: string
  readonly now: Date
}

/**
 * Routed by topic. Clinical topics about a visit go to the visit's practitioner. A member who begins a thread keeps it, except for the
 * thread of a visit: that one is the practitioner's, even if a colleague writes first.
 */
export const begin = (
  { id, patientId, topic, visitId, seenBy, author, messageId, now }: Beginning,
  policy: Pick<MessagingPolicy, 'routes' | 'toVisitPractitioner'>,
): Thread => {
  const toPractitioner = seenBy !== null && policy.toVisitPractitioner.includes(topic)
  return {
    id,
    patientId,
    topic,
    status: 'open',
    assigneeRole: toPractitioner ? 'practitioner' : policy.routes[topic],
    assigneeId: author.kind === 'member' && topic !== 'visit' ? author.id : toPractitioner ? seenBy : null,
    visitId,
    waitingFor: author.kind === 'member' ? 'patient' : 'care-team',
    lastMessageId: messageId,
    lastMessageAt: now,
    version: 1,
  }
}

/** A message reopens a closed thread and passes the turn to the other side. The first member to reply takes the thread. */
export const post = (thread: Thread, author: Author, messageId: string, now: Date): Thread => ({
  ...thread,
  status: 'open',
  waitingFor: author.kind === 'member' ? 'patient' : 'care-team',
  assigneeId: thread.assigneeId ?? (author.kind === 'member' ? author.id : null),
  lastMessageId: messageId,
  lastMessageAt: now,
  version: thread.version + 1,
})

/** Read in the room: the reader's side is no longer waited for, because the answer is most often spoken. Null if it was not. */
export const heard = (thread: Thread, reader: Author): Thread | null => {
  const side = reader.kind === 'member' ? 'care-team' : 'patient'
  return thread.waitingFor === side ? { ...thread, waitingFor: 'none', version: thread.version + 1 } : null
}

export interface ThreadChange {
  readonly status?: 'open' | 'closed' | undefined
  readonly assigneeId?: string | undefined
  readonly assigneeRole?: Role | undefined
}

/** A thread that is assigned to a role waits until one of its members takes it. */
export const change = (thread: Thread, { status, assigneeId, assigneeRole }: ThreadChange): Thread => {
  const after = status ?? thread.status
  const wasClosed = thread.status === 'closed'
  return {
    ...thread,
    status: after,
    assigneeRole: assigneeRole ?? thread.assigneeRole,
    assigneeId: assigneeId ?? (assigneeRole === undefined ? thread.assigneeId : null),
    waitingFor: after === 'closed' ? 'none' : wasClosed ? 'care-team' : thread.waitingFor,
    version: thread.version + 1,
  }
}
