import { sql } from 'kysely'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import { requireUuid } from '../../../platform/database/ids/require-uuid.ts'
import type { SensitiveVisits } from '../../../platform/sensitive/sensitive-ports.ts'

/** Ids of the guests and of the recordings of these visits. */
export const listRecordsOfVisits = async (
  db: AnyKysely,
  { appointmentIds }: SensitiveVisits,
): Promise<readonly string[]> => {
  const { rows } = await sql<{ id: string }>`
    select id from visits.guests where appointment_id = any(${appointmentIds}::uuid[])
    union all
    select recording.id from visits.recordings as recording
      join visits.visits as visit
        on visit.organization_id = recording.organization_id and visit.id = recording.visit_id
     where visit.appointment_id = any(${appointmentIds}::uuid[])`.execute(db)
  return rows.map(({ id }) => id)
}

/** Ids of the visits of these appointments, in the order in which they began. With a practitioner: only those that they held or were to hold. */
export const listVisitsOfAppointments = async (
  db: AnyKysely,
  appointmentIds: readonly string[],
  practitionerId?: string,
): Promise<readonly string[]> => {
  const held =
    practitionerId === undefined
      ? sql``
      : sql`and ${requireUuid(practitionerId)}::uuid in (practitioner_id, coalesce(seen_by, practitioner_id))`
  const { rows } = await sql<{ id: string }>`
    select id from visits.visits where appointment_id = any(${appointmentIds}::uuid[]) ${held} order by id`.execute(db)
  return rows.map(({ id }) => id)
}
