import { sql } from 'kysely'
import { requireUuid } from '../../../../platform/database/ids/require-uuid.ts'
import type { AnyKysely } from '../../../../platform/contracts/database.ts'

/**
 * The name of the payer whose answer is awaited, by visit: the one that has the claim, or the next one after a decision. Only of visits
 * with an amount open on the insurance's side.
 */
export const listAwaitedPayers = async (db: AnyKysely, patientId: string): Promise<ReadonlyMap<string, string>> => {
  const { rows } = await sql<{ id: string; name: string }>`
    select distinct on (account.id) account.id, payer.name
    from billing.visit_accounts as account
    join billing.claims as claim on claim.organization_id = account.organization_id and claim.visit_id = account.id
      and claim.frequency <> 'void'
    left join billing.postings as posting on posting.organization_id = claim.organization_id
      and posting.root_id = claim.root_id and posting.claim_id = claim.id and posting.reversed_by is null
    left join billing.coverages as coverage on coverage.organization_id = posting.organization_id
      and coverage.id = posting.next_coverage_id
    join billing.payers as payer on payer.organization_id = account.organization_id
      and payer.id = case when claim.state in ('sending', 'received', 'accepted') then claim.payer_id else coverage.payer_id end
    where account.patient_id = ${requireUuid(patientId)} and account.insurance_cents > 0
    order by account.id, claim.state not in ('sending', 'received', 'accepted'), claim.id desc
    limit 5000`.execute(db)
  return new Map(rows.map(({ id, name }) => [id, name]))
}
