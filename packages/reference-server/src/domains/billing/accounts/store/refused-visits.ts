import { sql } from 'kysely'
import { requireUuid } from '../../../../platform/database/ids/require-uuid.ts'
import type { AnyKysely } from '../../../../platform/contracts/database.ts'

/**
 * What is open on the insurance's side of visits about which a payer has decided, and was not asked again: no correction is with
 * the payer, no appeal waits for an answer, and no other coverage is awaited. By visit.
 */
export const listRefusedVisits = async (db: AnyKysely, patientId: string): Promise<ReadonlyMap<string, number>> => {
  const { rows } = await sql<{ id: string; cents: string }>`
    select account.id, account.insurance_cents as cents from billing.visit_accounts as account
    where account.patient_id = ${requireUuid(patientId)} and account.insurance_cents > 0
      and exists (select from billing.claims as claim where claim.visit_id = account.id
        and claim.frequency <> 'void' and claim.state in ('denied', 'partially-paid', 'paid'))
      and not exists (select from billing.claims as claim where claim.visit_id = account.id
        and claim.frequency <> 'void' and claim.state in ('sending', 'received', 'accepted'))
      and not exists (select from billing.claims as claim join billing.postings as posting
        on posting.organization_id = claim.organization_id and posting.root_id = claim.root_id and posting.claim_id = claim.id
        where claim.visit_id = account.id and posting.reversed_by is null and posting.next_coverage_id is not null)
      and not exists (select from billing.appeals as appeal where appeal.visit_id = account.id and appeal.state = 'sent')
    limit 5000`.execute(db)
  return new Map(rows.map(({ id, cents }) => [id, Number(cents)]))
}
