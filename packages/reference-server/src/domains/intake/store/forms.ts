import type { VaultContext } from '../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { FormContent, IntakeForm } from '../model/intake-form.ts'
import { tablesOf, type IntakeTables } from './tables.ts'

type Row = IntakeTables['intake.forms']

const table = 'intake.forms'

/** Every form of the appointments. Decrypts them and records an access to each patient. */
export const listFormsByAppointment = async (
  db: AnyKysely,
  context: VaultContext,
  appointmentIds: readonly string[],
): Promise<readonly IntakeForm[]> => {
  if (appointmentIds.length === 0) return []
  const rows = await tablesOf(db)
    .selectFrom(table)
    .selectAll()
    .where('organization_id', '=', context.caller.organizationId)
    .where('appointment_id', 'in', appointmentIds)
    .orderBy('questionnaire_code')
    .execute()
  return Promise.all(rows.map((row) => decryptForm(db, context, row)))
}

export const findForm = async (
  db: AnyKysely,
  context: VaultContext,
  appointmentId: string,
  questionnaireCode: string,
): Promise<IntakeForm | null> => {
  const row = await tablesOf(db)
    .selectFrom(table)
    .selectAll()
    .where('organization_id', '=', context.caller.organizationId)
    .where('appointment_id', '=', appointmentId)
    .where('questionnaire_code', '=', questionnaireCode)
    .executeTakeFirst()
  return row === undefined ? null : decryptForm(db, context, row)
}

/** False if another request saved since. Nothing is stored then. */
export const upsertForm = async (tx: AnyKysely, context: VaultContext, form: IntakeForm): Promise<boolean> => {
  const { answers, scores, emergencies, authors } = form
  const content: FormContent = { answers, scores, emergencies, authors }
  const organizationId = context.caller.organizationId
  context.access.touch(form.patientId)
  const sealed = await context.vault.seal(
    tx,
    { organizationId, table, rowId: form.id, patientId: form.patientId },
    content,
  )
  const changed = {
    questionnaire_version: form.questionnaireVersion,
    status: form.status,
    sealed,
    saved_at: form.savedAt,
    submitted_at: form.submittedAt,
    version: form.version,
  }
  if (form.version === 1) {
    const { numInsertedOrUpdatedRows } = await tablesOf(tx)
      .insertInto(table)
      .values({
        organization_id: organizationId,
        id: form.id,
        appointment_id: form.appointmentId,
        patient_id: form.patientId,
        questionnaire_code: form.questionnaireCode,
        ...changed,
      })
      .onConflict((conflict) =>
        conflict.columns(['organization_id', 'appointment_id', 'questionnaire_code']).doNothing(),
      )
      .executeTakeFirst()
    return numInsertedOrUpdatedRows === 1n
  }
  const { numUpdatedRows } = await tablesOf(tx)
    .updateTable(table)
    .set(changed)
    .where('organization_id', '=', organizationId)
    .where('id', '=', form.id)
    .where('version', '=', form.version - 1)
    .where('status', '=', 'draft')
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

const decryptForm = async (db: AnyKysely, { caller, access, vault }: VaultContext, row: Row): Promise<IntakeForm> => {
  const place = { organizationId: caller.organizationId, table, rowId: row.id, patientId: row.patient_id }
  const content = await vault.open<FormContent>(db, access, place, row.sealed)
  return {
    id: row.id,
    appointmentId: row.appointment_id,
    patientId: row.patient_id,
    questionnaireCode: row.questionnaire_code,
    questionnaireVersion: row.questionnaire_version,
    status: row.status,
    ...content,
    savedAt: row.saved_at,
    submittedAt: row.submitted_at,
    version: row.version,
  }
}
