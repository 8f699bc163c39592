import { sql } from 'kysely'
import type { CareParticipant } from '../../../platform/care/relationship.ts'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import { preparedRead, type Placeholders } from '../../../platform/database/reads/prepared-read.ts'

interface Row {
  readonly patient_id: string
  readonly practitioner_id: string | null
  readonly member_id: string | null
}

/** Practitioners and staff who had these patients in their queue, admitted them, or were in the room on the clinic's side since `since`. */
export const listVisitCareParticipants = async (
  db: AnyKysely,
  patientIds: readonly string[],
  since: Date,
): Promise<CareParticipant[]> => {
  const rows = await selectParticipants(db, { patientIds, since })
  return rows.map((row) => ({
    patientId: row.patient_id,
    basis: 'visit',
    practitionerId: row.practitioner_id ?? undefined,
    memberId: row.member_id ?? undefined,
  }))
}
const selectParticipants = preparedRead(
  (_, { patientIds, since }: Placeholders<{ patientIds: readonly string[]; since: Date }>) => sql<Row>`
    select participant.* from (
      with recent as (
        select id, patient_id, practitioner_id, seen_by from visits.visits
        where patient_id = any(${patientIds}::uuid[]) and checked_in_at > ${since}::timestamptz)
      select patient_id, practitioner_id, null::uuid as member_id from recent
      union select patient_id, seen_by, null from recent where seen_by is not null
      union select recent.patient_id, null, seat.person_id
        from recent join visits.seats as seat on seat.visit_id = recent.id
        where seat.role = 'practitioner') as participant`,
)
