import { sql } from 'kysely'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { SensitiveVisits } from '../../../platform/sensitive/sensitive-ports.ts'

/** Ids of the notes of these visits, and the problems that were last named in one. */
export const listRecordsOfVisits = async (
  db: AnyKysely,
  { visitIds, patientIds }: SensitiveVisits,
): Promise<readonly string[]> => {
  const { rows } = await sql<{ id: string }>`
    select id from documentation.notes where visit_id = any(${visitIds}::uuid[])
    union all select condition.id from documentation.conditions as condition
      join documentation.notes as note on note.organization_id = condition.organization_id and note.id = condition.last_note_id
      where condition.patient_id = any(${patientIds}::uuid[]) and note.visit_id = any(${visitIds}::uuid[])`.execute(db)
  return rows.map(({ id }) => id)
}
