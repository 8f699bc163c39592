import { sql } from 'kysely'
import type { AnyKysely } from '../../../../platform/contracts/database.ts'
import type { Write } from '../../../../platform/contracts/write.ts'
import { writeStatement } from '../../../../platform/database/changes/write-statement.ts'

interface Used {
  readonly id: string
  readonly patientId: string
}

const answerOf = (id: string): string => JSON.stringify([{ coverageId: id }])

/** Whether a claim with this coverage was sent, to its payer as the first or as a later one, or an answer of that payer was posted. */
export const isCoverageUsed = async (db: AnyKysely, { id, patientId }: Used): Promise<boolean> => {
  const { rows } = await sql<{ readonly used: boolean }>`select
      exists (select from billing.claims
        where patient_id = ${patientId}::uuid and coverage_id = ${id}::uuid and submitted_at is not null)
      or exists (select from billing.next_claims where patient_id = ${patientId}::uuid and coverage_id = ${id}::uuid)
      or exists (select from billing.postings
        where patient_id = ${patientId}::uuid and next_answers @> ${answerOf(id)}::jsonb) as used`.execute(db)
  return rows[0]?.used ?? false
}

/** Conditional: no claim with this coverage was sent since. */
export const coverageUnused = ({ id, patientId }: Used): Write => ({
  statement: unused,
  values: [id, patientId, answerOf(id)],
})
const unused = writeStatement({
  kind: 'check',
  table: 'billing.coverages',
  condition: `not exists (select from billing.claims
      where patient_id = $2::uuid and coverage_id = $1::uuid and submitted_at is not null)
    and not exists (select from billing.next_claims where patient_id = $2::uuid and coverage_id = $1::uuid)
    and not exists (select from billing.postings where patient_id = $2::uuid and next_answers @> $3::jsonb)`,
  isConditional: true,
})
