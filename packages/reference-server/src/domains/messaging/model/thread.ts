import type { Caller } from '../../../platform/contracts/caller.ts'
import type { MessagingPolicy, Role, Topic } from './messaging-policy.ts'

/** Who wrote. Programs write as members would: nobody else may. */
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

/** Who reads every thread of a patient: those who treat. */
const treatingRoles: readonly string[] = ['practitioner', 'nurse']

export const seesEveryThread = ({ roles }: Pick<Caller, 'roles'>): boolean =>
  roles.some((role) => treatingRoles.includes(role))

/** 45 CFR 164.502(b): what a patient writes is for those who treat, and for anyone who is to answer it. */
export const mayHandle = (
  { assigneeId, assigneeRole }: Pick<Thread, 'assigneeId' | 'assigneeRole'>,
  caller: Pick<Caller, 'roles' | 'personId'>,
): boolean => seesEveryThread(caller) || assigneeId === caller.personId || caller.roles.includes(assigneeRole)

export interface Beginning {
  readonly id: string
  readonly patientId: string
  readonly topic: Topic
  readonly visitId: string | null
  /** The member behind the practitioner who was seen, when the thread is about a visit. */
  readonly seenBy: string | null
  readonly author: Author
  readonly messageId: string
  readonly now: Date
}

/** Routed by its topic; about a visit, clinical topics go to the practitioner who was seen. A member who begins one keeps it. */
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
    assigneeId: author.kind === 'member' ? author.id : toPractitioner ? seenBy : null,
    visitId,
    waitingFor: author.kind === 'member' ? 'patient' : 'care-team',
    lastMessageId: messageId,
    lastMessageAt: now,
    version: 1,
  }
}

/** A message opens a closed thread again, and hands the turn over. A member who answers first takes it. */
export const post = (thread: Thread, author: Author, messageId: string, now: Date): Thread => ({
  ...thread,
  status: 'open',
  waitingFor: author.kind === 'member' ? 'patient' : 'care-team',
  assigneeId: thread.assigneeId ?? (author.kind === 'member' ? author.id : null),
  lastMessageId: messageId,
  lastMessageAt: now,
  version: thread.version + 1,
})

export interface ThreadChange {
  readonly status?: 'open' | 'closed' | undefined
  readonly assigneeId?: string | undefined
  readonly assigneeRole?: Role | undefined
}

/** Given to a role, it waits until one of them takes it. */
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
