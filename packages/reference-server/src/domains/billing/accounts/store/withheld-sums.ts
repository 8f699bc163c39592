import { sql } from 'kysely'
import { requireUuid } from '../../../../platform/database/ids/require-uuid.ts'
import type { AnyKysely } from '../../../../platform/contracts/database.ts'
import type { Account } from './accounts.ts'

/** The patient's account without the visits that are withheld from the reader: its sums do not show them. */
export const withoutWithheld = async (
  db: AnyKysely,
  patientId: string,
  account: Pick<Account, 'patientCents' | 'insuranceCents'>,
  withheld: ReadonlySet<string>,
): Promise<Pick<Account, 'patientCents' | 'insuranceCents'>> => {
  if (withheld.size === 0) return account
  const { rows } = await sql<{ patient: string; insurance: string }>`
    select coalesce(sum(patient_cents), 0) as patient, coalesce(sum(insurance_cents), 0) as insurance
    from billing.visit_accounts
    where patient_id = ${requireUuid(patientId)} and id = any(${[...withheld]}::uuid[])`.execute(db)
  const [{ patient, insurance } = { patient: '0', insurance: '0' }] = rows
  return {
    patientCents: account.patientCents - Number(patient),
    insuranceCents: account.insuranceCents - Number(insurance),
  }
}
