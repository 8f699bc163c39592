import { sql } from 'kysely'
import type { AnyKysely } from '../../../../platform/contracts/database.ts'
import { factsInMemory } from '../../../../platform/database/facts/fact-memory.ts'
import { preparedRead, type Placeholders } from '../../../../platform/database/reads/prepared-read.ts'
import { tablesOf } from './tables.ts'

/** What an appointment is about does not change after it is booked. */
const inMemory = factsInMemory('scheduling.substance-use', {
  'scheduling.appointment-booked': ({ patientId }) => patientId,
  'scheduling.appointment-requested': ({ patientId }) => patientId,
})

/**
 * The appointments of a patient about substance use (42 CFR part 2). The index of sensitive appointments holds them. A visit begins later
 * than its booking is known here.
 */
export const listSubstanceUseAppointments = (db: AnyKysely, patientId: string): Promise<readonly string[]> =>
  inMemory(db, patientId, async () => (await selectSubstanceUse(db, { patientId })).map(({ id }) => id))

const selectSubstanceUse = preparedRead((db, { patientId }: Placeholders<{ patientId: string }>) =>
  tablesOf(db)
    .selectFrom('scheduling.appointments')
    .select('id')
    .where('patient_id', '=', sql<string>`${patientId}::uuid`)
    .where(sql<boolean>`sensitivity = 'substance-use'`),
)
