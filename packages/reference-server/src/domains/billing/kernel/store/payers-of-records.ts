import { sql } from 'kysely'
import type { AnyKysely } from '../../../../platform/contracts/database.ts'

interface PayerOfRecord {
  readonly id: string
  readonly patientId: string
  /** Null for a question about a coverage. */
  readonly visitId: string | null
  readonly name: string
}

/** Which payer has each of these claims, claims to a next payer, and questions about a coverage. Decrypts nothing. */
export const listPayersOfRecords = async (db: AnyKysely, ids: readonly string[]): Promise<readonly PayerOfRecord[]> => {
  const { rows } = await sql<PayerOfRecord>`
    select sent.id, sent.patient_id as "patientId", sent.visit_id as "visitId", payer.name
    from (
      select id, organization_id, patient_id, visit_id, payer_id from billing.claims where id = any(${ids}::uuid[])
      union all
      select next.id, next.organization_id, next.patient_id, claim.visit_id, next.payer_id
      from billing.next_claims as next
        join billing.claims as claim on claim.organization_id = next.organization_id and claim.id = next.claim_id
      where next.id = any(${ids}::uuid[])
      union all
      select asked.id, asked.organization_id, asked.patient_id, null, coverage.payer_id
      from billing.eligibilities as asked
        join billing.coverages as coverage
          on coverage.organization_id = asked.organization_id and coverage.id = asked.coverage_id
      where asked.id = any(${ids}::uuid[])
    ) as sent
      join billing.payers as payer on payer.organization_id = sent.organization_id and payer.id = sent.payer_id`.execute(
    db,
  )
  return rows
}
