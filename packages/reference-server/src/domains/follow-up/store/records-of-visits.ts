import { sql } from 'kysely'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { SensitiveVisits } from '../../../platform/sensitive/sensitive-ports.ts'

/** Ids of the tasks, referrals and alerts of these visits. */
export const listRecordsOfVisits = async (
  db: AnyKysely,
  { appointmentIds, visitIds, patientIds }: SensitiveVisits,
): Promise<readonly string[]> => {
  const { rows } = await sql<{ id: string }>`
    select id from follow_up.tasks where patient_id = any(${patientIds}::uuid[]) and visit_id = any(${visitIds}::uuid[])
    union all select id from follow_up.referrals where patient_id = any(${patientIds}::uuid[]) and visit_id = any(${visitIds}::uuid[])
    union all select id from follow_up.alerts where appointment_id = any(${appointmentIds}::uuid[])
    union all select id from follow_up.outcomes where appointment_id = any(${appointmentIds}::uuid[])`.execute(db)
  return rows.map(({ id }) => id)
}
