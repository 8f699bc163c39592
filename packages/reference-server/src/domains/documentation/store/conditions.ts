import { sql, type OperationNodeSource } from 'kysely'
import { knownId } from '../../../platform/database/known-id.ts'
import type { PagePlace } from '../../../platform/database/page-of-ids.ts'
import type { AnyKysely, SealedPlace, Situation } from '../../../platform/seams.ts'
import type { Note, NoteDiagnosis } from '../model/note.ts'
import { tablesOf } from './tables.ts'

type Opening = Pick<Situation, 'caller' | 'access' | 'vault'>

const table = 'documentation.conditions'

/** A diagnosis of a patient's signed notes. FHIR: Condition. */
export interface Condition extends NoteDiagnosis {
  readonly id: string
  readonly firstNotedAt: Date
  readonly lastNotedAt: Date
  readonly lastNoteId: string
}

const placeOf = (organizationId: string, rowId: string, patientId: string): SealedPlace => ({
  organizationId,
  table,
  rowId,
  patientId,
})

/**
 * Puts the diagnoses of a note that is signed into the patient's problem list: each code once, with when it was named last. To be kept
 * beside the step of the note, together: no two of them are of one code.
 */
export const conditionsNoted = async (
  tx: AnyKysely,
  { caller, vault, newId }: Opening & Pick<Situation, 'newId'>,
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
        sealed: await vault.seal(tx, placeOf(organizationId, id, patientId), { code, display }),
      })
      .onConflict((conflict) =>
        conflict.columns(['organization_id', 'patient_id', 'code_index']).doUpdateSet({
          first_noted_at: sql<Date>`least(conditions.first_noted_at, excluded.first_noted_at)`,
          last_noted_at: sql<Date>`greatest(conditions.last_noted_at, excluded.last_noted_at)`,
          last_note_id: sql<string>`case when excluded.last_noted_at >= conditions.last_noted_at then excluded.last_note_id else conditions.last_note_id end`,
        }),
      )
    insertions.push(insertion)
  }
  return insertions
}

/** The latest first; `after` is the last one shown. */
export const conditionsOf = async (
  db: AnyKysely,
  { caller, access, vault }: Opening,
  patientId: string,
  { after, take }: PagePlace,
): Promise<Condition[]> => {
  access.touch(knownId(patientId))
  const rows = await tablesOf(db)
    .selectFrom(`${table} as each`)
    .selectAll('each')
    .where('each.organization_id', '=', caller.organizationId)
    .where('each.patient_id', '=', patientId)
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
  return Promise.all(
    rows.map(async (row) => ({
      ...(await vault.open<NoteDiagnosis>(db, access, placeOf(caller.organizationId, row.id, patientId), row.sealed)),
      id: row.id,
      firstNotedAt: row.first_noted_at,
      lastNotedAt: row.last_noted_at,
      lastNoteId: row.last_note_id,
    })),
  )
}
