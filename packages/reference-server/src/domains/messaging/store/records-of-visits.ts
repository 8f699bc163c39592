import { sql } from 'kysely'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { SensitiveVisits } from '../../../platform/sensitive/sensitive-ports.ts'

/** Ids of the conversations of these visits, the files in them, and the notices about them. */
export const listRecordsOfVisits = async (
  db: AnyKysely,
  { appointmentIds, visitIds, patientIds }: SensitiveVisits,
): Promise<readonly string[]> => {
  const { rows } = await sql<{ id: string }>`
    with thread as (select organization_id, id from messaging.threads where visit_id = any(${visitIds}::uuid[]))
    select id from thread
    union all select attachment.id from messaging.messages as message
      join thread on thread.organization_id = message.organization_id and thread.id = message.thread_id
      join messaging.attachments as attachment
        on attachment.organization_id = message.organization_id and attachment.message_id = message.id
    union all select id from messaging.deliveries
      where patient_id = any(${patientIds}::uuid[]) and subject_id = any(${appointmentIds}::text[] || ${visitIds}::text[])`.execute(
    db,
  )
  return rows.map(({ id }) => id)
}
