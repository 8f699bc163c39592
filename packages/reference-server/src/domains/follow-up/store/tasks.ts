import { sql, type Selectable } from 'kysely'
import { requireUuid } from '../../../platform/database/ids/require-uuid.ts'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { Write } from '../../../platform/contracts/write.ts'
import { factTable } from '../../../platform/database/changes/fact-table.ts'
import type { Role, Task, TaskKind, TaskStatus } from '../model/task.ts'
import type { DueRows } from '../../../platform/system/change-each-due.ts'
import type { TimeCursor } from './page-cursor.ts'
import { decryptContent, withinReach } from './sealed-content.ts'
import { tablesOf, type FollowUpTables } from './tables.ts'
import type { VaultContext } from '../../../platform/contracts/context.ts'
import { factsInMemory } from '../../../platform/database/facts/fact-memory.ts'
import { preparedRead, type Placeholders } from '../../../platform/database/reads/prepared-read.ts'

const table = 'follow_up.tasks'
type Row = Selectable<FollowUpTables[typeof table]>

/** The unencrypted part of a task. */
export type TaskFacts = Omit<Task, 'title'>

const factsOf = (row: Row): TaskFacts => ({
  id: row.id,
  patientId: row.patient_id,
  visitId: row.visit_id,
  kind: row.kind,
  priority: row.priority,
  status: row.status,
  // The driver reads 'infinity' as a number.
  dueAt: row.due_key instanceof Date && Number.isFinite(row.due_key.getTime()) ? row.due_key : null,
  assigneeRole: row.assignee_role,
  assigneeId: row.assignee_id,
  source:
    row.source_entity !== null && row.source_id !== null ? { entity: row.source_entity, id: row.source_id } : null,
  cause: row.cause,
  raisedBy: row.raised_by,
  createdAt: row.raised_at,
  doneAt: row.done_at,
  version: row.version,
})

/** The tasks of the member and of the roles; for one patient either those or all of the patient's. */
export interface TaskFilter {
  readonly status: TaskStatus
  readonly memberId: string
  readonly roles: readonly Role[]
  readonly patient?: { readonly id: string; readonly all: boolean }
  /** Instead of the member and the roles: the tasks of these members. */
  readonly team?: readonly string[]
}

/** Ordered by due time, tasks without one last; at most `take`. Each part of the query uses one index. */
export const listTasks = async (
  db: AnyKysely,
  organizationId: string,
  filter: TaskFilter,
  after: TimeCursor | null,
  take: number,
): Promise<readonly Row[]> => {
  const part = (column: 'patient_id' | 'assignee_id' | 'assignee_role', values: readonly string[]) =>
    tablesOf(db)
      .selectFrom(table)
      .selectAll()
      .where('organization_id', '=', organizationId)
      .where(column, 'in', values as never)
      .where('status', '=', filter.status)
      .$if(after !== null, (query) =>
        query.where(sql<boolean>`(due_key, id) > (${after?.time ?? sql`'infinity'`}::timestamptz, ${after?.id}::uuid)`),
      )
      .orderBy('due_key')
      .orderBy('id')
      .$if(column === 'patient_id' && filter.patient?.all === false, (query) =>
        query.where((task) =>
          task.or([
            task('assignee_id', '=', filter.memberId),
            task('raised_by', '=', filter.memberId),
            ...(filter.roles.length === 0 ? [] : [task('assignee_role', 'in', filter.roles)]),
          ]),
        ),
      )
      .limit(take)
      .execute()
  if (filter.patient !== undefined) return part('patient_id', [requireUuid(filter.patient.id)])
  if (filter.team !== undefined) return filter.team.length === 0 ? [] : part('assignee_id', filter.team)
  const parts = [await part('assignee_id', [filter.memberId])]
  for (const role of filter.roles) parts.push(await part('assignee_role', [role]))
  return parts
    .flat()
    .toSorted((a, b) => dueOf(a) - dueOf(b) || (a.id < b.id ? -1 : 1))
    .slice(0, take)
}

const dueOf = (row: Row): number => factsOf(row).dueAt?.getTime() ?? Number.MAX_SAFE_INTEGER

export const cursorOfTask = (row: Row): TimeCursor => ({ time: factsOf(row).dueAt, id: row.id })

/** Whose tasks: the member's own, those of the member's roles that no one has taken, or those of colleagues. */
export type TaskShare = 'own' | 'role' | 'team'

/** Open tasks about one patient, by whose they are and what they are about. Decrypts nothing. */
export interface CountedTasks {
  readonly patientId: string | null
  readonly kind: TaskKind
  readonly isAboutResult: boolean
  readonly share: TaskShare
  readonly count: number
}

export const countOpenTasks = async (
  db: AnyKysely,
  organizationId: string,
  { memberId, roles, team = [] }: Pick<TaskFilter, 'memberId' | 'roles' | 'team'>,
): Promise<readonly CountedTasks[]> => {
  const { rows } = await sql<{
    patient: string | null
    kind: TaskKind
    about_result: boolean
    share: TaskShare
    count: number
  }>`
    select patient_id as patient, kind, source_entity is not distinct from 'LabResult' as about_result, share,
      count(*)::integer as count from (
      select patient_id, kind, source_entity, 'own' as share from follow_up.tasks
      where organization_id = ${organizationId} and status = 'open' and assignee_id = ${memberId}::uuid
      union all
      select patient_id, kind, source_entity, 'role' from follow_up.tasks
      where organization_id = ${organizationId} and status = 'open' and assignee_role = any(${roles}::text[])
      union all
      select patient_id, kind, source_entity, 'team' from follow_up.tasks
      where organization_id = ${organizationId} and status = 'open' and assignee_id = any(${team}::uuid[])) as task
    group by 1, 2, 3, 4`.execute(db)
  return rows.map(({ patient: patientId, kind, about_result: isAboutResult, share, count }) => ({
    ...{ patientId, kind, isAboutResult, share, count },
  }))
}

/** Decrypts the title and records the access. */
export const decryptTask = async (db: AnyKysely, context: VaultContext, row: Row): Promise<Task> => {
  const facts = factsOf(row)
  const { title } = await decryptContent<Pick<Task, 'title'>>(
    db,
    context,
    { table, rowId: facts.id, patientId: facts.patientId },
    row.sealed,
  )
  return { ...facts, title }
}

/** Throws `not_found`, also for a task that is not accessible to the caller. The title is still encrypted. */
export const readTask = async (
  db: AnyKysely,
  context: VaultContext,
  taskId: string,
): Promise<{ readonly facts: TaskFacts; readonly decrypt: () => Promise<Task> }> => {
  const found = await tablesOf(db)
    .selectFrom(table)
    .selectAll()
    .where('organization_id', '=', context.caller.organizationId)
    .where('id', '=', requireUuid(taskId))
    .executeTakeFirst()
  const row = withinReach(context, found)
  return { facts: factsOf(row), decrypt: () => decryptTask(db, context, row) }
}

/** Open tasks of these kinds, of any of these causes. Decrypts nothing. Most causes have no task, and then nothing is read. */
export const listOpenTasksBySource = async (
  db: AnyKysely,
  organizationId: string,
  kinds: readonly TaskKind[],
  sourceIds: readonly string[],
): Promise<readonly TaskFacts[]> => {
  if (sourceIds.length === 0) return []
  const open = await Promise.all(
    kinds.map((kind) => sourcesInMemory(db, kind, () => selectOpenSources(db, { organizationId, kind }))),
  )
  const mayHaveOne = open.some(
    (sources) => sources.length === maxInMemory || sources.some(({ source_id }) => sourceIds.includes(source_id ?? '')),
  )
  return mayHaveOne ? (await selectOpenBySource(db, { organizationId, kinds, sourceIds })).map(factsOf) : []
}

/** With more open tasks of a kind, memory does not know all of their causes. */
const maxInMemory = 500
const sourcesInMemory = factsInMemory('follow_up.open-sources', { 'follow_up.task-changed': ({ kind }) => kind })
const selectOpenSources = preparedRead(
  (db, { organizationId, kind }: Placeholders<{ organizationId: string; kind: TaskKind }>) =>
    tablesOf(db)
      .selectFrom(table)
      .select('source_id')
      .where('organization_id', '=', organizationId)
      .where('kind', '=', sql<TaskKind>`${kind}::text`)
      .where('status', '=', 'open')
      .where('source_id', 'is not', null)
      .limit(maxInMemory),
)
interface OfSources {
  readonly organizationId: string
  readonly kinds: readonly TaskKind[]
  readonly sourceIds: readonly string[]
}
const selectOpenBySource = preparedRead((db, { organizationId, kinds, sourceIds }: Placeholders<OfSources>) =>
  tablesOf(db)
    .selectFrom(table)
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('source_id', '=', sql<string>`any(${sourceIds}::uuid[])`)
    .where('kind', '=', sql<TaskKind>`any(${kinds}::text[])`)
    .where('status', '=', 'open')
    .orderBy('id'),
)

/** Which of these causes have raised a task before. */
export const findCauses = async (db: AnyKysely, causes: readonly string[]): Promise<ReadonlySet<string>> => {
  if (causes.length === 0) return new Set()
  const rows = await tablesOf(db)
    .selectFrom(table)
    .select('cause')
    .where('cause', '=', sql<string>`any(${causes}::text[])`)
    .execute()
  return new Set(rows.map(({ cause }) => cause))
}

/** Overdue urgent tasks of one member, at most `limit`; only the one with this id if it is given. Decrypts nothing. */
export const listOverdueUrgentTasks = async (
  db: AnyKysely,
  organizationId: string,
  now: Date,
  { limit, id }: DueRows,
): Promise<readonly TaskFacts[]> => {
  const rows = await tablesOf(db)
    .selectFrom(table)
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('status', '=', 'open')
    .where('priority', '=', 'urgent')
    .where('assignee_id', 'is not', null)
    .where('due_key', '<', now)
    .$if(id !== undefined, (query) => query.where('id', '=', id ?? ''))
    .orderBy('due_key')
    .limit(limit)
    .execute()
  return rows.map(factsOf)
}

interface TaskRow extends Omit<TaskFacts, 'dueAt' | 'source' | 'createdAt'> {
  readonly dueKey: Date | 'infinity'
  readonly sourceEntity: string | null
  readonly sourceId: string | null
  readonly raisedAt: Date
}

const tasks = factTable<TaskRow>(
  table,
  {
    id: ['id', 'uuid'],
    patientId: ['patient_id', 'uuid'],
    visitId: ['visit_id', 'uuid'],
    kind: ['kind', 'text'],
    priority: ['priority', 'text'],
    status: ['status', 'text'],
    dueKey: ['due_key', 'timestamptz'],
    assigneeRole: ['assignee_role', 'text'],
    assigneeId: ['assignee_id', 'uuid'],
    sourceEntity: ['source_entity', 'text'],
    sourceId: ['source_id', 'uuid'],
    cause: ['cause', 'text'],
    raisedBy: ['raised_by', 'uuid'],
    raisedAt: ['raised_at', 'timestamptz'],
    doneAt: ['done_at', 'timestamptz'],
    version: ['version', 'integer'],
  },
  {
    fixed: [
      ...(['patientId', 'visitId', 'kind', 'priority', 'sourceEntity', 'sourceId', 'cause'] as const),
      ...(['raisedBy', 'raisedAt'] as const),
    ],
    sealedFor: ({ patientId }) => patientId,
  },
)

const rowOf = (task: TaskFacts): TaskRow => ({
  ...task,
  dueKey: task.dueAt ?? 'infinity',
  sourceEntity: task.source?.entity ?? null,
  sourceId: task.source?.id ?? null,
  raisedAt: task.createdAt,
})

/** Its cause must be new: a task for it violates a constraint. */
export const insertTask = (task: Task): Write => tasks.insert(rowOf(task), { title: task.title })

/** Conditional: its cause has raised no task before. */
export const insertTaskOnce = (task: Task): Write => tasks.insertOnce(rowOf(task), { title: task.title })

/** Conditional: the task is still as gathered in `before`. The title never changes. */
export const replaceTask = (after: TaskFacts, before: TaskFacts): Write => tasks.replace(rowOf(after), rowOf(before))
