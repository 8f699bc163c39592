import type { VaultContext } from '../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { Write } from '../../../platform/contracts/write.ts'
import { writeStatement } from '../../../platform/database/changes/write-statement.ts'
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

/** Stores a form. Conditional: the stored one is the draft of the version before, or there is none yet. */
export const writeForm = (form: IntakeForm): Write => {
  const { answers, scores, emergencies, authors } = form
  const content: FormContent = { answers, scores, emergencies, authors }
  const { id, appointmentId, patientId, questionnaireCode, questionnaireVersion } = form
  const isFirst = form.version === 1
  return {
    statement: isFirst ? insertForm : updateForm,
    values: [
      ...[id, questionnaireVersion, form.status, null, form.savedAt, form.submittedAt, form.version],
      ...(isFirst ? [appointmentId, patientId, questionnaireCode] : []),
    ],
    sealed: { at: 3, rowId: id, patientId, value: content },
  }
}
const insertForm = writeStatement({
  kind: 'insert',
  table,
  columns: [
    ...['id', 'questionnaire_version', 'status', 'sealed', 'saved_at', 'submitted_at', 'version'],
    ...['appointment_id', 'patient_id', 'questionnaire_code'],
  ],
  values: [
    ...['$1::uuid', '$2::integer', '$3::text', '$4::bytea', '$5::timestamptz', '$6::timestamptz', '$7::integer'],
    ...['$8::uuid', '$9::uuid', '$10::text'],
  ],
  isConditional: true,
})
const updateForm = writeStatement({
  kind: 'update',
  table,
  set: `questionnaire_version = $2::integer, status = $3::text, sealed = $4::bytea, saved_at = $5::timestamptz,
    submitted_at = $6::timestamptz, version = $7::integer`,
  where: "id = $1::uuid and version = $7::integer - 1 and status = 'draft'",
  isConditional: true,
})

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
