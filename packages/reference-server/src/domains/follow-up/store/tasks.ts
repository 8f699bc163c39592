import { sql, type Selectable } from 'kysely'
import { requireUuid } from '../../../platform/database/ids/require-uuid.ts'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { Role, Task, TaskStatus } from '../model/task.ts'
import type { TimeCursor } from './page-cursor.ts'
import { decryptContent, sealContent, withinReach, type VaultWriteContext } from './sealed-content.ts'
import { tablesOf, type FollowUpTables } from './tables.ts'
import type { VaultContext } from '../../../platform/contracts/context.ts'

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
}

/** Ordered by due time, tasks without one last; at most `take`. Each part of the query uses one index. */
export const listTasks = async (
  db: AnyKysely,
  organizationId: string,
  filter: TaskFilter,
  after: TimeCursor | null,
  take: number,
): Promise<readonly Row[]> => {
  const part = (column: 'patient_id' | 'assignee_id' | 'assignee_role', value: string) =>
    tablesOf(db)
      .selectFrom(table)
      .selectAll()
      .where('organization_id', '=', organizationId)
      .where(column, '=', value as never)
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
  if (filter.patient !== undefined) return part('patient_id', requireUuid(filter.patient.id))
  const parts = [await part('assignee_id', filter.memberId)]
  for (const role of filter.roles) parts.push(await part('assignee_role', role))
  return parts
    .flat()
    .toSorted((a, b) => dueOf(a) - dueOf(b) || (a.id < b.id ? -1 : 1))
    .slice(0, take)
}

const dueOf = (row: Row): number => factsOf(row).dueAt?.getTime() ?? Number.MAX_SAFE_INTEGER

export const cursorOfTask = (row: Row): TimeCursor => ({ time: factsOf(row).dueAt, id: row.id })

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

/** Throws `not_found`, also for a task that is not accessible to the caller. Decrypts nothing. */
export const readTaskFacts = async (
  db: AnyKysely,
  context: Pick<VaultContext, 'caller' | 'access'>,
  taskId: string,
): Promise<TaskFacts> => {
  const row = await tablesOf(db)
    .selectFrom(table)
    .selectAll()
    .where('organization_id', '=', context.caller.organizationId)
    .where('id', '=', requireUuid(taskId))
    .executeTakeFirst()
  return factsOf(withinReach(context, row))
}

/** Throws `not_found`, also for a task that is not accessible to the caller. The row stays locked until the transaction ends. */
export const lockTask = async (tx: AnyKysely, context: VaultContext, taskId: string): Promise<Task> => {
  const row = await tablesOf(tx)
    .selectFrom(table)
    .selectAll()
    .where('organization_id', '=', context.caller.organizationId)
    .where('id', '=', requireUuid(taskId))
    .forUpdate()
    .executeTakeFirst()
  return decryptTask(tx, context, withinReach(context, row))
}

/** Open tasks of one cause, locked. Nothing is decrypted. */
export const lockOpenTasksOf = async (
  tx: AnyKysely,
  organizationId: string,
  kind: Task['kind'],
  sourceId: string,
): Promise<readonly TaskFacts[]> => {
  const rows = await tablesOf(tx)
    .selectFrom(table)
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('source_id', '=', sourceId)
    .where('kind', '=', kind)
    .where('status', '=', 'open')
    .forUpdate()
    .execute()
  return rows.map(factsOf)
}

/** Takes no lock: most causes have no task. */
export const hasOpenTask = async (
  db: AnyKysely,
  organizationId: string,
  kinds: readonly Task['kind'][],
  sourceId: string,
): Promise<boolean> => {
  const found = await tablesOf(db)
    .selectFrom(table)
    .select('id')
    .where('organization_id', '=', organizationId)
    .where('source_id', '=', sourceId)
    .where('kind', 'in', kinds)
    .where('status', '=', 'open')
    .limit(1)
    .execute()
  return found.length > 0
}

/** Overdue urgent tasks of one member, locked. Nothing is decrypted. */
export const lockOverdueUrgentTasks = async (
  tx: AnyKysely,
  organizationId: string,
  now: Date,
  take: number,
): Promise<readonly TaskFacts[]> => {
  const rows = await tablesOf(tx)
    .selectFrom(table)
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('status', '=', 'open')
    .where('priority', '=', 'urgent')
    .where('assignee_id', 'is not', null)
    .where('due_key', '<', now)
    .orderBy('due_key')
    .limit(take)
    .forUpdate()
    .skipLocked()
    .execute()
  return rows.map(factsOf)
}

/** False if its cause has raised a task before, which stays unchanged. */
export const insertTask = async (tx: AnyKysely, context: VaultWriteContext, task: Task): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await tablesOf(tx)
    .insertInto(table)
    .values({
      organization_id: context.caller.organizationId,
      id: task.id,
      patient_id: task.patientId,
      visit_id: task.visitId,
      kind: task.kind,
      priority: task.priority,
      source_entity: task.source?.entity ?? null,
      source_id: task.source?.id ?? null,
      cause: task.cause,
      raised_by: task.raisedBy,
      raised_at: task.createdAt,
      ...changeable(task),
      sealed: await sealContent(
        tx,
        context,
        { table, rowId: task.id, patientId: task.patientId },
        { title: task.title },
      ),
    })
    .onConflict((conflict) => conflict.columns(['organization_id', 'cause']).doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** The row was locked when `task` was read. The title never changes. */
export const updateTask = async (
  tx: AnyKysely,
  { caller }: Pick<VaultContext, 'caller'>,
  task: TaskFacts,
): Promise<void> => {
  await tablesOf(tx)
    .updateTable(table)
    .set(changeable(task))
    .where('organization_id', '=', caller.organizationId)
    .where('id', '=', task.id)
    .executeTakeFirstOrThrow()
}

const changeable = (task: TaskFacts) => ({
  status: task.status,
  due_key: task.dueAt ?? ('infinity' as const),
  assignee_role: task.assigneeRole,
  assignee_id: task.assigneeId,
  done_at: task.doneAt,
  version: task.version,
})
