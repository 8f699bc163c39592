import { sql } from 'kysely'
import { knownId } from '../../../platform/database/ids/known-id.ts'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { PagePlace } from './page-cursor.ts'
import { openContent, sealContent, type Opening, type Sealing } from './sealed-content.ts'
import { tablesOf } from './tables.ts'

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

/**
 * The first that is handed in for an appointment stands: forms close when they are handed in. To be written beside what else comes of it.
 */
export const outcomeInsertion = async (tx: AnyKysely, sealing: Sealing, outcome: Outcome) =>
  tablesOf(tx)
    .insertInto(table)
    .values({
      organization_id: sealing.caller.organizationId,
      id: outcome.id,
      patient_id: outcome.patientId,
      appointment_id: outcome.appointmentId,
      questionnaire: outcome.questionnaire,
      at: outcome.at,
      sealed: await sealContent(
        tx,
        sealing,
        { table, rowId: outcome.id, patientId: outcome.patientId },
        { score: outcome.score },
      ),
    })
    .onConflict((conflict) => conflict.columns(['organization_id', 'appointment_id', 'questionnaire']).doNothing())

/** Oldest first, at most `take`; opened. */
export const listOutcomes = async (
  db: AnyKysely,
  opening: Opening,
  { patientId, questionnaire }: Pick<Outcome, 'patientId' | 'questionnaire'>,
  after: PagePlace | null,
  take: number,
): Promise<readonly Outcome[]> => {
  const rows = await tablesOf(db)
    .selectFrom(table)
    .selectAll()
    .where('organization_id', '=', opening.caller.organizationId)
    .where('patient_id', '=', knownId(patientId))
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
      ...(await openContent<{ score: number }>(db, opening, { table, rowId: row.id, patientId }, row.sealed)),
    })),
  )
}
