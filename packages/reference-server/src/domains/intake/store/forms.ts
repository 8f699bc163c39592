import { sql } from 'kysely'
import type { VaultContext } from '../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { Write } from '../../../platform/contracts/write.ts'
import { factsInMemory } from '../../../platform/database/facts/fact-memory.ts'
import { factTable } from '../../../platform/database/changes/fact-table.ts'
import { preparedRead, type Placeholders } from '../../../platform/database/reads/prepared-read.ts'
import type { FormContent, IntakeForm } from '../model/intake-form.ts'
import { tablesOf, type IntakeTables } from './tables.ts'

type Row = IntakeTables['intake.forms']

const table = 'intake.forms'

const appointmentOf = ({ appointmentId }: { readonly appointmentId: string }): string => appointmentId
const inMemory = factsInMemory('intake.forms', {
  'intake.draft-saved': appointmentOf,
  'intake.submitted': appointmentOf,
})

/** Every form of the appointments. Decrypts them and records an access to each patient. */
export const listFormsByAppointment = async (
  db: AnyKysely,
  context: VaultContext,
  appointmentIds: readonly string[],
): Promise<readonly IntakeForm[]> => {
  const [first, ...others] = appointmentIds
  if (first === undefined) return []
  const { organizationId } = context.caller
  const rows = await (others.length === 0
    ? rowsOf(db, organizationId, first)
    : selectForms(db, { organizationId, appointmentIds }))
  return Promise.all(rows.map((row) => decryptForm(db, context, row)))
}

export const findForm = async (
  db: AnyKysely,
  context: VaultContext,
  appointmentId: string,
  questionnaireCode: string,
): Promise<IntakeForm | null> => {
  const rows = await rowsOf(db, context.caller.organizationId, appointmentId)
  const row = rows.find((each) => each.questionnaire_code === questionnaireCode)
  return row === undefined ? null : decryptForm(db, context, row)
}

/** Of one appointment, which has a few. */
const rowsOf = (db: AnyKysely, organizationId: string, appointmentId: string): Promise<Row[]> =>
  inMemory(db, appointmentId, () => selectForms(db, { organizationId, appointmentIds: [appointmentId] }))
const selectForms = preparedRead(
  (
    db,
    { organizationId, appointmentIds }: Placeholders<{ organizationId: string; appointmentIds: readonly string[] }>,
  ) =>
    tablesOf(db)
      .selectFrom(table)
      .selectAll()
      .where('organization_id', '=', organizationId)
      .where('appointment_id', '=', sql<string>`any(${appointmentIds}::uuid[])`)
      .orderBy('questionnaire_code'),
)

/** The answers and what follows from them are encrypted in `sealed`. */
const forms = factTable<Omit<IntakeForm, keyof FormContent>>(
  table,
  {
    id: ['id', 'uuid'],
    appointmentId: ['appointment_id', 'uuid'],
    patientId: ['patient_id', 'uuid'],
    questionnaireCode: ['questionnaire_code', 'text'],
    questionnaireVersion: ['questionnaire_version', 'integer'],
    status: ['status', 'text'],
    savedAt: ['saved_at', 'timestamptz'],
    submittedAt: ['submitted_at', 'timestamptz'],
    version: ['version', 'integer'],
  },
  {
    fixed: ['appointmentId', 'patientId', 'questionnaireCode'],
    guard: ['version', 'status'],
    sealedFor: ({ patientId }) => patientId,
  },
)

/** Stores a form. Conditional: the stored one is still `before`; there is none yet if it is null. */
export const writeForm = (after: IntakeForm, before: IntakeForm | null): Write => {
  const { answers, scores, emergencies, authors } = after
  const content: FormContent = { answers, scores, emergencies, authors }
  return before === null ? forms.insertOnce(after, content) : forms.replace(after, before, content)
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
