import type { components } from '@visitkit/contract'
import { taskEnded, versionConflict } from '../problems.ts'
import type { Access } from '../../../platform/contracts/access.ts'
import type { Caller } from '../../../platform/contracts/caller.ts'
import type { TaskRule } from './follow-up-policy.ts'

type Schemas = components['schemas']
export type TaskKind = Schemas['CareTask']['kind']
export type TaskStatus = Schemas['CareTask']['status']
export type Role = Schemas['Role']
export type TaskCause = Readonly<NonNullable<Schemas['CareTask']['source']>>

/** A task for a member or a role. FHIR: Task. */
export interface Task {
  readonly id: string
  /** Null if the patient is not known yet: the task is in no patient's record. */
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
  /** The cause, as a code and ids. The same cause raises one task, however often its event arrives. */
  readonly cause: string
  /** The member who added it; null if the server raised it. */
  readonly raisedBy: string | null
  readonly createdAt: Date
  readonly doneAt: Date | null
  readonly version: number
  /** Encrypted. Null for a raised task whose kind is sufficient. */
  readonly title: string | null
}

/** The treating practitioner as an assignee. */
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

/** A task that a rule raises. If the practitioner has no member, the task goes to their role. */
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

/** Treating roles see every task of a patient. Others see only tasks that are assigned to them or that they added. */
const treatingRoles: readonly string[] = ['practitioner', 'nurse']

export const seesEveryTask = ({ roles }: Pick<Caller, 'roles'>): boolean =>
  roles.some((role) => treatingRoles.includes(role))

/** The colleagues whose tasks the caller may take over; null for a caller without any. Practitioner ids among them have no tasks. */
export const teamOf = (
  caller: Pick<Caller, 'roles'>,
  { colleagues }: Pick<Access, 'colleagues'>,
): readonly string[] | null => (seesEveryTask(caller) && colleagues.length > 0 ? colleagues : null)

/** 45 CFR 164.502(b): only those who must do a task can read what it says about a patient. */
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

/** Reassigns, reschedules or ends a task. Throws `version_conflict` or `task_ended`. */
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

/** Ends a task whose cause no longer applies. */
export const settleTask = (task: Omit<Task, 'title'>, now: Date): Omit<Task, 'title'> => ({
  ...task,
  status: 'done',
  doneAt: now,
  version: task.version + 1,
})
