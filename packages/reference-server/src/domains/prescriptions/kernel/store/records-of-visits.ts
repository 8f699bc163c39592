import { sql } from 'kysely'
import type { AnyKysely } from '../../../../platform/contracts/database.ts'
import type { SensitiveVisits } from '../../../../platform/sensitive/sensitive-ports.ts'

/** Ids of the prescriptions of these visits, and what patients and pharmacies asked about them. */
export const listRecordsOfVisits = async (db: AnyKysely, { visitIds }: SensitiveVisits): Promise<readonly string[]> => {
  const { rows } = await sql<{ id: string }>`
    with written as (select organization_id, id from prescriptions.prescriptions 
      where visit_id = any(${visitIds}::uuid[]) or continued_visit_id = any(${visitIds}::uuid[]))
    select id from written
    union all select request.id from prescriptions.requests as request
      join written on written.organization_id = request.organization_id and written.id = request.prescription_id
    union all select refill.id from prescriptions.refill_requests as refill
      join written on written.organization_id = refill.organization_id and written.id = refill.prescription_id`.execute(
    db,
  )
  return rows.map(({ id }) => id)
}
