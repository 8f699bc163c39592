import { sql } from 'kysely'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { SensitiveVisits } from '../../../platform/sensitive/sensitive-ports.ts'

/** Ids of the guests of these visits. */
export const listRecordsOfVisits = async (
  db: AnyKysely,
  { appointmentIds }: SensitiveVisits,
): Promise<readonly string[]> => {
  const { rows } = await sql<{ id: string }>`
    select id from visits.guests where appointment_id = any(${appointmentIds}::uuid[])`.execute(db)
  return rows.map(({ id }) => id)
}

/** Ids of the visits of these appointments. */
export const listVisitsOfAppointments = async (
  db: AnyKysely,
  appointmentIds: readonly string[],
): Promise<readonly string[]> => {
  const { rows } = await sql<{ id: string }>`
    select id from visits.visits where appointment_id = any(${appointmentIds}::uuid[])`.execute(db)
  return rows.map(({ id }) => id)
}
