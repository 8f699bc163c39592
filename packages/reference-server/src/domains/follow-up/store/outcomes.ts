import { sql } from 'kysely'
import { requireUuid } from '../../../platform/database/ids/require-uuid.ts'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { Write } from '../../../platform/contracts/write.ts'
import { insertIfMissing } from './insert-if-missing.ts'
import type { TimeCursor } from './page-cursor.ts'
import { decryptContent } from './sealed-content.ts'
import { tablesOf } from './tables.ts'
import type { VaultContext } from '../../../platform/contracts/context.ts'

const table = 'follow_up.outcomes'

/** One score of a patient at one time. FHIR: Observation (survey). */
export interface Outcome {
  readonly id: string
  readonly patientId: string
  readonly appointmentId: string
  readonly questionnaire: string
  readonly at: Date
  readonly score: number
}

/** The first score per appointment is kept, because forms close on submission. Not conditional. */
export const insertOutcome = ({ score, ...outcome }: Outcome): Write => insertMissing(outcome, { score })
const insertMissing = insertIfMissing<Omit<Outcome, 'score'>>(
  table,
  {
    id: ['id', 'uuid'],
    patientId: ['patient_id', 'uuid'],
    appointmentId: ['appointment_id', 'uuid'],
    questionnaire: ['questionnaire', 'text'],
    at: ['at', 'timestamptz'],
  },
  ['appointment_id', 'questionnaire'],
)

/** Oldest first, at most `take`, decrypted. */
export const listOutcomes = async (
  db: AnyKysely,
  context: VaultContext,
  { patientId, questionnaire }: Pick<Outcome, 'patientId' | 'questionnaire'>,
  after: TimeCursor | null,
  take: number,
): Promise<readonly Outcome[]> => {
  const rows = await tablesOf(db)
    .selectFrom(table)
    .selectAll()
    .where('organization_id', '=', context.caller.organizationId)
    .where('patient_id', '=', requireUuid(patientId))
    .where('questionnaire', '=', questionnaire)
    .$if(after !== null, (query) =>
      query.where(sql<boolean>`(at, id) > (${after?.time ?? new Date(0)}::timestamptz, ${after?.id}::uuid)`),
    )
    .orderBy('at')
    .orderBy('id')
    .limit(take)
    .execute()
  return Promise.all(
    rows.map(async (row) => ({
      id: row.id,
      patientId,
      appointmentId: row.appointment_id,
      questionnaire: row.questionnaire,
      at: row.at,
      ...(await decryptContent<{ score: number }>(db, context, { table, rowId: row.id, patientId }, row.sealed)),
    })),
  )
}
