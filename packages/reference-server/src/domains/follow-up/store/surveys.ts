import { requireUuid } from '../../../platform/database/ids/require-uuid.ts'
import type { AnyKysely, RowLock } from '../../../platform/contracts/database.ts'
import type { Survey, SurveyAnswer } from '../model/survey.ts'
import { decryptContent, sealContent, withinReach, type VaultWriteContext } from './sealed-content.ts'
import { tablesOf } from './tables.ts'
import type { VaultContext } from '../../../platform/contracts/context.ts'

const table = 'follow_up.surveys'

/** Throws `not_found`, also for a survey that is not accessible to the caller. Decrypts the answers and records the access. */
export const readSurvey = async (
  db: AnyKysely,
  context: VaultContext,
  visitId: string,
  lock: RowLock = 'none',
): Promise<Survey> => {
  const found = await tablesOf(db)
    .selectFrom(table)
    .selectAll()
    .where('organization_id', '=', context.caller.organizationId)
    .where('id', '=', requireUuid(visitId))
    .$if(lock === 'for-update', (query) => query.forUpdate())
    .executeTakeFirst()
  const row = withinReach(context, found)
  const place = { table, rowId: row.id, patientId: row.patient_id } as const
  const { answer } = await decryptContent<{ answer: SurveyAnswer | null }>(db, context, place, row.sealed)
  return {
    visitId: row.id,
    patientId: row.patient_id,
    practitionerId: row.practitioner_id,
    closesAt: row.closes_at,
    answeredAt: row.answered_at,
    answer,
  }
}

/** False if the visit already has one. */
export const insertSurvey = async (tx: AnyKysely, context: VaultWriteContext, survey: Survey): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await tablesOf(tx)
    .insertInto(table)
    .values({
      organization_id: context.caller.organizationId,
      id: survey.visitId,
      patient_id: survey.patientId,
      practitioner_id: survey.practitionerId,
      closes_at: survey.closesAt,
      answered_at: survey.answeredAt,
      sealed: await sealed(tx, context, survey),
    })
    .onConflict((conflict) => conflict.columns(['organization_id', 'id']).doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** The row was locked when `survey` was read. */
export const updateSurveyAnswer = async (tx: AnyKysely, context: VaultWriteContext, survey: Survey): Promise<void> => {
  await tablesOf(tx)
    .updateTable(table)
    .set({ answered_at: survey.answeredAt, sealed: await sealed(tx, context, survey) })
    .where('organization_id', '=', context.caller.organizationId)
    .where('id', '=', survey.visitId)
    .executeTakeFirstOrThrow()
}

const sealed = (
  tx: AnyKysely,
  context: VaultWriteContext,
  { visitId, patientId, answer }: Survey,
): Promise<Uint8Array> => sealContent(tx, context, { table, rowId: visitId, patientId }, { answer })
