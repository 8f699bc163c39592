import { sql } from 'kysely'
import type { AnyKysely } from '../../../../platform/contracts/database.ts'
import { preparedRead, type Placeholders } from '../../../../platform/database/reads/prepared-read.ts'
import { tablesOf } from './tables.ts'

/** The appointments of a patient about substance use (42 CFR part 2). The index of sensitive appointments holds them. */
export const listSubstanceUseAppointments = async (db: AnyKysely, patientId: string): Promise<readonly string[]> =>
  (await selectSubstanceUse(db, { patientId })).map(({ id }) => id)

const selectSubstanceUse = preparedRead((db, { patientId }: Placeholders<{ patientId: string }>) =>
  tablesOf(db)
    .selectFrom('scheduling.appointments')
    .select('id')
    .where('patient_id', '=', sql<string>`${patientId}::uuid`)
    .where(sql<boolean>`sensitivity = 'substance-use'`),
)
