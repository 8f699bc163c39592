import { requireUuid } from '../../../platform/database/ids/require-uuid.ts'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { Write } from '../../../platform/contracts/write.ts'
import { factTable } from '../../../platform/database/changes/fact-table.ts'
import type { Survey, SurveyAnswer } from '../model/survey.ts'
import { decryptContent, withinReach } from './sealed-content.ts'
import { tablesOf } from './tables.ts'
import type { VaultContext } from '../../../platform/contracts/context.ts'

const table = 'follow_up.surveys'

/** Throws `not_found`, also for a survey that is not accessible to the caller. Decrypts the answers and records the access. */
export const readSurvey = async (db: AnyKysely, context: VaultContext, visitId: string): Promise<Survey> => {
  const found = await tablesOf(db)
    .selectFrom(table)
    .selectAll()
    .where('organization_id', '=', context.caller.organizationId)
    .where('id', '=', requireUuid(visitId))
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

interface SurveyRow extends Omit<Survey, 'visitId' | 'answer'> {
  readonly id: string
}

const surveys = factTable<SurveyRow>(
  table,
  {
    id: ['id', 'uuid'],
    patientId: ['patient_id', 'uuid'],
    practitionerId: ['practitioner_id', 'uuid'],
    closesAt: ['closes_at', 'timestamptz'],
    answeredAt: ['answered_at', 'timestamptz'],
  },
  {
    fixed: ['patientId', 'practitionerId', 'closesAt'],
    guard: ['answeredAt'],
    sealedFor: ({ patientId }) => patientId,
  },
)

const rowOf = ({ visitId, ...survey }: Survey): SurveyRow => ({ id: visitId, ...survey })

/** Conditional: the visit has none yet. */
export const insertSurveyOnce = (survey: Survey): Write => surveys.insertOnce(rowOf(survey), { answer: survey.answer })

/** Conditional: it is not answered yet. */
export const replaceSurvey = (after: Survey, before: Survey): Write =>
  surveys.replace(rowOf(after), rowOf(before), { answer: after.answer })
