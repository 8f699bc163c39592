import { sql, type OperationNodeSource, type Selectable } from 'kysely'
import { requireUuid } from '../../../platform/database/ids/require-uuid.ts'
import type { PageCursor } from '../../../platform/database/ids/page-cursor.ts'
import { notFound } from '../../../platform/problems/problem.ts'
import type { RequestContext, VaultContext } from '../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { SealContext } from '../../../platform/contracts/vault.ts'
import type { Condition, ConditionStatus } from '../model/condition.ts'
import type { Note, NoteDiagnosis } from '../model/note.ts'
import { tablesOf, type DocumentationTables } from './tables.ts'

type Row = Selectable<DocumentationTables['documentation.conditions']>

const table = 'documentation.conditions'

const sealContextOf = (organizationId: string, rowId: string, patientId: string): SealContext => ({
  organizationId,
  table,
  rowId,
  patientId,
})

const decryptCondition = async (
  db: AnyKysely,
  { caller, access, vault }: VaultContext,
  row: Row,
): Promise<Condition> => ({
  ...(await vault.open<NoteDiagnosis>(
    db,
    access,
    sealContextOf(caller.organizationId, row.id, row.patient_id),
    row.sealed,
  )),
  id: row.id,
  patientId: row.patient_id,
  status: row.status,
  firstNotedAt: row.first_noted_at,
  lastNotedAt: row.last_noted_at,
  lastNoteId: row.last_note_id,
  endedAt: row.ended_at,
  version: row.version,
})

/** After an entry in error, the diagnosis of a newly signed note replaces what was recorded. */
const wasError = sql`conditions.status = 'entered-in-error'`
/** A visit before the resolution does not reactivate the problem, however late its note is signed. */
const staysResolved = sql`conditions.status = 'resolved' and excluded.last_noted_at < conditions.ended_at`
const isLatest = sql`${wasError} or excluded.last_noted_at >= conditions.last_noted_at`

/**
 * Upserts the diagnoses of a signed note into the patient's problem list: each code once, with the date when it was last named. A resolved
 * problem or one that was entered in error becomes active again. Run the statements together with the step of the note; no two of them are
 * for the same code.
 */
export const upsertConditionStatements = async (
  tx: AnyKysely,
  { caller, vault, newId }: VaultContext & Pick<RequestContext, 'newId'>,
  { id: noteId, patientId, visitAt, content }: Note,
): Promise<readonly OperationNodeSource[]> => {
  const { organizationId } = caller
  const insertions: OperationNodeSource[] = []
  const first = new Map(content.diagnoses.toReversed().map(({ code, display }) => [code, display]))
  for (const [code, display] of first) {
    const id = newId()
    const codeIndex = await vault.blindIndex(tx, organizationId, `${table}.code`, `${patientId} ${code}`)
    const insertion = tablesOf(tx)
      .insertInto(table)
      .values({
        organization_id: organizationId,
        id,
        patient_id: patientId,
        code_index: codeIndex,
        first_noted_at: visitAt,
        last_noted_at: visitAt,
        last_note_id: noteId,
        status: 'active',
        ended_at: null,
        version: 1,
        sealed: await vault.seal(tx, sealContextOf(organizationId, id, patientId), { code, display }),
      })
      .onConflict((conflict) =>
        conflict.columns(['organization_id', 'patient_id', 'code_index']).doUpdateSet({
          first_noted_at: sql<Date>`case when ${wasError} then excluded.first_noted_at else least(conditions.first_noted_at, excluded.first_noted_at) end`,
          last_noted_at: sql<Date>`case when ${isLatest} then excluded.last_noted_at else conditions.last_noted_at end`,
          last_note_id: sql<string>`case when ${isLatest} then excluded.last_note_id else conditions.last_note_id end`,
          status: sql<ConditionStatus>`case when ${staysResolved} then conditions.status else 'active' end`,
          ended_at: sql<Date | null>`case when ${staysResolved} then conditions.ended_at end`,
          version: sql<number>`conditions.version + 1`,
        }),
      )
    insertions.push(insertion)
  }
  return insertions
}

/** The latest first. `after` is the last one shown. */
export const listConditionsByPatient = async (
  db: AnyKysely,
  context: VaultContext,
  patientId: string,
  statuses: readonly ConditionStatus[],
  { after, take }: PageCursor,
): Promise<Condition[]> => {
  context.access.touch(requireUuid(patientId))
  const rows = await tablesOf(db)
    .selectFrom(`${table} as each`)
    .selectAll('each')
    .where('each.organization_id', '=', context.caller.organizationId)
    .where('each.patient_id', '=', patientId)
    .where('each.status', 'in', statuses)
    .$if(after !== null, (query) =>
      query.where(({ eb, refTuple, selectFrom }) =>
        eb(
          refTuple('each.last_noted_at', 'each.id'),
          '<',
          selectFrom(`${table} as shown`)
            .select(['shown.last_noted_at', 'shown.id'])
            .where('shown.id', '=', after ?? '')
            .where('shown.patient_id', '=', patientId)
            .$asTuple('last_noted_at', 'id'),
        ),
      ),
    )
    .orderBy('each.last_noted_at', 'desc')
    .orderBy('each.id', 'desc')
    .limit(take)
    .execute()
  return Promise.all(rows.map((row) => decryptCondition(db, context, row)))
}

export const readCondition = async (
  tx: AnyKysely,
  context: VaultContext,
  patientId: string,
  conditionId: string,
): Promise<Condition> => {
  const row = await tablesOf(tx)
    .selectFrom(table)
    .selectAll()
    .where('organization_id', '=', context.caller.organizationId)
    .where('patient_id', '=', requireUuid(patientId))
    .where('id', '=', requireUuid(conditionId))
    .forUpdate()
    .executeTakeFirst()
  if (row === undefined) throw notFound('condition unknown')
  return decryptCondition(tx, context, row)
}

/** The row was locked when it was read. */
export const updateCondition = async (
  tx: AnyKysely,
  { caller }: Pick<VaultContext, 'caller'>,
  { id, status, endedAt, version }: Condition,
): Promise<void> => {
  await tablesOf(tx)
    .updateTable(table)
    .set({ status, ended_at: endedAt, version })
    .where('organization_id', '=', caller.organizationId)
    .where('id', '=', id)
    .execute()
}
