import type { Selectable } from 'kysely'
import { requireUuid } from '../../../platform/database/ids/require-uuid.ts'
import type { PageCursor } from '../../../platform/database/ids/page-cursor.ts'
import { notFound } from '../../../platform/problems/problem.ts'
import type { VaultContext } from '../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { SealContext } from '../../../platform/contracts/vault.ts'
import type { Write } from '../../../platform/contracts/write.ts'
import { factTable } from '../../../platform/database/changes/fact-table.ts'
import { writeStatement } from '../../../platform/database/changes/write-statement.ts'
import type { Condition, ConditionStatus } from '../model/condition.ts'
import type { Note, NoteDiagnosis, NoteFacts } from '../model/note.ts'
import { tablesOf, type DocumentationTables } from './tables.ts'

type Row = Selectable<DocumentationTables['documentation.conditions']>

const table = 'documentation.conditions'

const sealContextOf = (organizationId: string, rowId: string, patientId: string): SealContext => ({
  organizationId,
  table,
  rowId,
  patientId,
})

type ConditionFacts = Omit<Condition, keyof NoteDiagnosis>

/** The diagnosis is encrypted in `sealed`. */
export const conditions = factTable<ConditionFacts>(
  table,
  {
    id: ['id', 'uuid'],
    patientId: ['patient_id', 'uuid'],
    status: ['status', 'text'],
    firstNotedAt: ['first_noted_at', 'timestamptz'],
    lastNotedAt: ['last_noted_at', 'timestamptz'],
    lastNoteId: ['last_note_id', 'uuid'],
    endedAt: ['ended_at', 'timestamptz'],
    version: ['version', 'integer'],
  },
  { fixed: ['patientId', 'firstNotedAt', 'lastNotedAt', 'lastNoteId'] },
)

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
  ...conditions.factOf(row),
})

/** A diagnosis of a note, with the keyed hash by which the patient's problem list finds it. */
export interface IndexedDiagnosis {
  readonly code: string
  readonly display: string
  readonly codeIndex: Uint8Array
}

/** The diagnoses of a note, each code once. */
export const indexDiagnoses = (
  db: AnyKysely,
  { caller, vault }: Pick<VaultContext, 'caller' | 'vault'>,
  { patientId, content }: Pick<Note, 'patientId' | 'content'>,
): Promise<readonly IndexedDiagnosis[]> => {
  const first = new Map(content.diagnoses.toReversed().map(({ code, display }) => [code, display]))
  return Promise.all(
    Array.from(first, async ([code, display]) => {
      const value = `${patientId} ${code}`
      return { code, display, codeIndex: await vault.blindIndex(db, caller.organizationId, `${table}.code`, value) }
    }),
  )
}

/**
 * Adds a diagnosis of a signed note to the patient's problem list: each code once, with the date when it was last named. A resolved problem
 * or one that was entered in error becomes active again. `id` is a new one.
 */
export const noteCondition = (
  id: string,
  { id: noteId, patientId, visitAt }: Pick<NoteFacts, 'id' | 'patientId' | 'visitAt'>,
  { code, display, codeIndex }: IndexedDiagnosis,
): Write => ({
  statement: note,
  values: [id, patientId, codeIndex, visitAt, noteId, null],
  sealed: { at: 5, rowId: id, patientId, value: { code, display } },
})

/** After an entry in error, the diagnosis of a newly signed note replaces what was recorded. */
const wasError = "conditions.status = 'entered-in-error'"
/** A visit before the resolution does not reactivate the problem, however late its note is signed. */
const staysResolved = "conditions.status = 'resolved' and excluded.last_noted_at < conditions.ended_at"
const isLatest = `${wasError} or excluded.last_noted_at >= conditions.last_noted_at`

const note = writeStatement({
  kind: 'insert',
  table,
  columns: [
    ...['id', 'patient_id', 'code_index', 'first_noted_at', 'last_noted_at', 'last_note_id'],
    ...['status', 'ended_at', 'version', 'sealed'],
  ],
  values: [
    ...['$1::uuid', '$2::uuid', '$3::bytea', '$4::timestamptz', '$4::timestamptz', '$5::uuid'],
    ...["'active'", 'null::timestamptz', '1', '$6::bytea'],
  ],
  isConditional: false,
  onConflict: `(organization_id, patient_id, code_index) do update set
    first_noted_at = case when ${wasError} then excluded.first_noted_at
      else least(conditions.first_noted_at, excluded.first_noted_at) end,
    last_noted_at = case when ${isLatest} then excluded.last_noted_at else conditions.last_noted_at end,
    last_note_id = case when ${isLatest} then excluded.last_note_id else conditions.last_note_id end,
    status = case when ${staysResolved} then conditions.status else 'active' end,
    ended_at = case when ${staysResolved} then conditions.ended_at end,
    version = conditions.version + 1`,
})

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
  db: AnyKysely,
  context: VaultContext,
  patientId: string,
  conditionId: string,
): Promise<Condition> => {
  const row = await tablesOf(db)
    .selectFrom(table)
    .selectAll()
    .where('organization_id', '=', context.caller.organizationId)
    .where('patient_id', '=', requireUuid(patientId))
    .where('id', '=', requireUuid(conditionId))
    .executeTakeFirst()
  if (row === undefined) throw notFound('condition unknown')
  return decryptCondition(db, context, row)
}
