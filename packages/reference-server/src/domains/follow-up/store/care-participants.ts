import { sql } from 'kysely'
import type { CareParticipant } from '../../../platform/care/relationship.ts'
import type { AnyKysely } from '../../../platform/contracts/database.ts'

interface Row {
  readonly patient_id: string
  readonly basis: 'task' | 'referral'
  readonly member_id: string | null
  readonly role: string | null
  readonly specialty: string | null
}

/** Members and roles with an open task about these patients, and the specialties of their open referrals. */
export const listFollowUpCareParticipants = async (
  db: AnyKysely,
  patientIds: readonly string[],
): Promise<CareParticipant[]> => {
  const { rows } = await sql<Row>`
    select distinct patient_id, 'task' as basis, assignee_id as member_id, assignee_role as role, null as specialty
      from follow_up.tasks where patient_id = any(${patientIds}::uuid[]) and status = 'open'
    union select patient_id, 'referral', null, null, specialty
      from follow_up.referrals where patient_id = any(${patientIds}::uuid[]) and loop_open`.execute(db)
  return rows.map((row) => ({
    patientId: row.patient_id,
    basis: row.basis,
    memberId: row.member_id ?? undefined,
    role: row.role ?? undefined,
    specialty: row.specialty ?? undefined,
  }))
}
