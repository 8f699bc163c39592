import { sql } from 'kysely'
import type { CareParticipant } from '../../../platform/care/relationship.ts'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import { tablesOf } from './tables.ts'

/** Authors and supervisors of these patients' notes: of unsigned notes, and of visits after `since`. */
export const listNoteCareParticipants = async (
  db: AnyKysely,
  patientIds: readonly string[],
  since: Date,
): Promise<CareParticipant[]> => {
  const rows = await tablesOf(db)
    .selectFrom('documentation.notes')
    .select(['patient_id', 'practitioner_id', 'supervisor_id'])
    .distinct()
    .where('patient_id', '=', sql<string>`any(${patientIds}::uuid[])`)
    .where(({ eb, or }) => or([eb('visit_at', '>', since), eb('status', 'in', ['draft', 'awaiting-cosign'])]))
    .execute()
  return rows.flatMap((row): CareParticipant[] => {
    const { patient_id: patientId, practitioner_id: practitionerId, supervisor_id: memberId } = row
    return [
      { patientId, basis: 'note', practitionerId },
      ...(memberId === null ? [] : [{ patientId, basis: 'note' as const, memberId, supervises: practitionerId }]),
    ]
  })
}
