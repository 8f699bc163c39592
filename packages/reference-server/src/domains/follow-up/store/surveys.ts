import { knownId } from '../../../platform/database/ids/known-id.ts'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { Survey, SurveyAnswer } from '../model/survey.ts'
import { openContent, sealContent, withinReach, type Opening, type Sealing } from './sealed-content.ts'
import { tablesOf } from './tables.ts'

const table = 'follow_up.surveys'

/** Throws `not_found`, also beyond the caller's reach. Opens what was answered and notes the access. */
export const readSurvey = async (
  db: AnyKysely,
  opening: Opening,
  visitId: string,
  look: 'look' | 'lock' = 'look',
): Promise<Survey> => {
  const found = await tablesOf(db)
    .selectFrom(table)
    .selectAll()
    .where('organization_id', '=', opening.caller.organizationId)
    .where('id', '=', knownId(visitId))
    .$if(look === 'lock', (query) => query.forUpdate())
    .executeTakeFirst()
  const row = withinReach(opening, found)
  const place = { table, rowId: row.id, patientId: row.patient_id } as const
  const { answer } = await openContent<{ answer: SurveyAnswer | null }>(db, opening, place, row.sealed)
  return {
    visitId: row.id,
    patientId: row.patient_id,
    practitionerId: row.practitioner_id,
    closesAt: row.closes_at,
    answeredAt: row.answered_at,
    answer,
  }
}

/** False when the visit has one already. */
export const insertSurvey = async (tx: AnyKysely, sealing: Sealing, survey: Survey): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await tablesOf(tx)
    .insertInto(table)
    .values({
      organization_id: sealing.caller.organizationId,
      id: survey.visitId,
      patient_id: survey.patientId,
      practitioner_id: survey.practitionerId,
      closes_at: survey.closesAt,
      answered_at: survey.answeredAt,
      sealed: await sealed(tx, sealing, survey),
    })
    .onConflict((conflict) => conflict.columns(['organization_id', 'id']).doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** The row was locked when `survey` was read. */
export const keepAnswer = async (tx: AnyKysely, sealing: Sealing, survey: Survey): Promise<void> => {
  await tablesOf(tx)
    .updateTable(table)
    .set({ answered_at: survey.answeredAt, sealed: await sealed(tx, sealing, survey) })
    .where('organization_id', '=', sealing.caller.organizationId)
    .where('id', '=', survey.visitId)
    .executeTakeFirstOrThrow()
}

const sealed = (tx: AnyKysely, sealing: Sealing, { visitId, patientId, answer }: Survey): Promise<Uint8Array> =>
  sealContent(tx, sealing, { table, rowId: visitId, patientId }, { answer })
