import type { components } from '@visitkit/contract'
import { taskEnded, versionConflict } from '../problems.ts'
import type { Caller } from '../../../platform/contracts/caller.ts'
import type { TaskRule } from './follow-up-policy.ts'

type Schemas = components['schemas']
export type TaskKind = Schemas['CareTask']['kind']
export type TaskStatus = Schemas['CareTask']['status']
export type Role = Schemas['Role']
export type TaskCause = Readonly<NonNullable<Schemas['CareTask']['source']>>

/** Something that somebody has to do. FHIR: Task. */
export interface Task {
  readonly id: string
  /** Null where nobody knows yet whom it concerns: it stands in no patient's record. */
  readonly patientId: string | null
  readonly visitId: string | null
  readonly kind: TaskKind
  readonly priority: Schemas['CareTask']['priority']
  readonly status: TaskStatus
  readonly dueAt: Date | null
  /** A role or one member, never both. */
  readonly assigneeRole: Role | null
  readonly assigneeId: string | null
  readonly source: TaskCause | null
  /** What raised it, as a code and ids: the same cause raises one task, however often it is told. */
  readonly cause: string
  /** The member who added it; null for what the server raised. */
  readonly raisedBy: string | null
  readonly createdAt: Date
  readonly doneAt: Date | null
  readonly version: number
  /** Sealed. A task that the server raises has none where its kind says enough. */
  readonly title: string | null
}

/** The practitioner whose patient it is, as a task may be given to them. */
export interface Treating {
  readonly memberId: string | null
}

export interface Raised {
  readonly kind: TaskKind
  readonly cause: string
  readonly source: TaskCause
  readonly patientId: string | null
  readonly visitId?: string | null
  readonly title?: string | null
}

/** A task that the server raises by a rule. Without a member of their own, the practitioner's task is one for their role. */
export const raiseTask = (raised: Raised, rule: TaskRule, treating: Treating, id: string, now: Date): Task => {
  const memberId = rule.assignTo === 'treating' ? treating.memberId : null
  const role = rule.assignTo === 'treating' ? 'practitioner' : rule.assignTo
  return {
    id,
    patientId: raised.patientId,
    visitId: raised.visitId ?? null,
    kind: raised.kind,
    priority: rule.priority,
    status: 'open',
    dueAt: new Date(now.getTime() + rule.dueMinutes * 60_000),
    assigneeRole: memberId === null ? role : null,
    assigneeId: memberId,
    source: raised.source,
    cause: raised.cause,
    raisedBy: null,
    createdAt: now,
    doneAt: null,
    version: 1,
    title: raised.title ?? null,
  }
}

/** Who sees every task of a patient: those who treat. Everyone else sees what is theirs to do, and what they asked others to do. */
const treatingRoles: readonly string[] = ['practitioner', 'nurse']

export const seesEveryTask = ({ roles }: Pick<Caller, 'roles'>): boolean =>
  roles.some((role) => treatingRoles.includes(role))

/** 45 CFR 164.502(b): what a task says of a patient is for anyone who has to do it. */
export const mayHandle = (
  { assigneeId, assigneeRole, raisedBy }: Pick<Task, 'assigneeId' | 'assigneeRole' | 'raisedBy'>,
  caller: Pick<Caller, 'roles' | 'personId'>,
): boolean =>
  seesEveryTask(caller) ||
  assigneeId === caller.personId ||
  raisedBy === caller.personId ||
  (assigneeRole !== null && caller.roles.includes(assigneeRole))

export interface TaskChange {
  readonly status?: TaskStatus | undefined
  readonly assigneeId?: string | undefined
  readonly assigneeRole?: Role | undefined
  readonly dueAt?: Date | undefined
}

/** Takes a task over, gives it away, moves or ends it. Throws `version_conflict` or `task_ended`. */
export const changeTask = (task: Task, change: TaskChange, version: number, now: Date): Task => {
  if (task.version !== version) throw versionConflict()
  if (task.status !== 'open') throw taskEnded()
  const status = change.status ?? 'open'
  return {
    ...task,
    status,
    ...(change.assigneeId !== undefined && { assigneeId: change.assigneeId, assigneeRole: null }),
    ...(change.assigneeRole !== undefined && { assigneeRole: change.assigneeRole, assigneeId: null }),
    ...(change.dueAt !== undefined && { dueAt: change.dueAt }),
    doneAt: status === 'done' ? now : null,
    version: task.version + 1,
  }
}

/** Ends a task whose cause has gone: nothing is left to do. */
export const settleTask = (task: Task, status: 'done' | 'cancelled', now: Date): Task => ({
  ...task,
  status,
  doneAt: status === 'done' ? now : null,
  version: task.version + 1,
})
