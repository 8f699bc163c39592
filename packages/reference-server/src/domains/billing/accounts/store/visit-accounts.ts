import type { components } from '@visitkit/contract'
import { sql, type Selectable } from 'kysely'
import { requireUuid } from '../../../../platform/database/ids/require-uuid.ts'
import { newestFirst, type PageCursor } from '../../../../platform/database/ids/page-cursor.ts'
import type { WriteContext, VaultContext } from '../../../../platform/contracts/context.ts'
import type { AnyKysely, RowLock } from '../../../../platform/contracts/database.ts'
import { sealContextIn } from '../../kernel/store/within-reach.ts'
import { centsOf, tablesOf, type BillingTables } from '../../kernel/store/tables.ts'

/** The PHI of a visit's account. */
export interface VisitAccountDetails {
  readonly visitTypeName: components['schemas']['LocalizedText'][]
}

/** The charges of one visit and who has paid. */
export interface VisitAccount {
  readonly visitId: string
  readonly patientId: string
  readonly practitionerId: string
  readonly practitionerName: string
  readonly visitAt: Date
  /** Paid by the patient, who asked that nothing is disclosed to a payer (45 CFR 164.522(a)(1)(vi)). */
  readonly restricted: boolean
  readonly chargeCents: number
  readonly insurancePaidCents: number
  readonly discountCents: number
  readonly patientPaidCents: number
  readonly insuranceCents: number
  readonly patientCents: number
}

type Row = Selectable<BillingTables['billing.visit_accounts']>
const sealContext = sealContextIn('visit_accounts')

const factsOf = (row: Omit<Row, 'sealed' | 'organization_id'>): VisitAccount => ({
  visitId: row.id,
  patientId: row.patient_id,
  practitionerId: row.practitioner_id,
  practitionerName: row.practitioner_name,
  visitAt: row.visit_at,
  restricted: row.restricted,
  chargeCents: centsOf(row.charge_cents),
  insurancePaidCents: centsOf(row.insurance_paid_cents),
  discountCents: centsOf(row.discount_cents),
  patientPaidCents: centsOf(row.patient_paid_cents),
  insuranceCents: centsOf(row.insurance_cents),
  patientCents: centsOf(row.patient_cents),
})

/** Null while the visit is not charged. Decrypts nothing. */
export const findVisitAccount = async (
  db: AnyKysely,
  visitId: string,
  lock: RowLock = 'none',
): Promise<VisitAccount | null> => {
  const row = await tablesOf(db)
    .selectFrom('billing.visit_accounts')
    .selectAll()
    .where('id', '=', requireUuid(visitId))
    .$if(lock === 'for-update', (query) => query.forUpdate())
    .executeTakeFirst()
  return row === undefined ? null : factsOf(row)
}

type NewVisitAccount = Pick<VisitAccount, 'visitId' | 'patientId' | 'practitionerId' | 'practitionerName' | 'visitAt'>

/** Creates the visit's account, without any money, unless it exists. */
export const insertVisitAccount = async (
  context: WriteContext,
  account: NewVisitAccount,
  details: VisitAccountDetails,
): Promise<void> => {
  await (await insertVisitAccountStatement(context, account, details)).execute()
}

/** The same as a statement, to be queued with others. */
export const insertVisitAccountStatement = async (
  { tx, caller, vault, access }: WriteContext,
  account: NewVisitAccount,
  details: VisitAccountDetails,
) => {
  access.touch(account.patientId)
  return tablesOf(tx)
    .insertInto('billing.visit_accounts')
    .values({
      organization_id: caller.organizationId,
      id: account.visitId,
      patient_id: account.patientId,
      practitioner_id: account.practitionerId,
      practitioner_name: account.practitionerName,
      visit_at: account.visitAt,
      restricted: false,
      charge_cents: 0,
      insurance_paid_cents: 0,
      discount_cents: 0,
      patient_paid_cents: 0,
      insurance_cents: 0,
      patient_cents: 0,
      sealed: await vault.seal(tx, sealContext(caller.organizationId, account.visitId, account.patientId), details),
    })
    .onConflict((conflict) => conflict.columns(['organization_id', 'id']).doNothing())
}

export const restrictVisit = async (tx: AnyKysely, visitId: string): Promise<void> => {
  await sql`update billing.visit_accounts set restricted = true where id = ${visitId}`.execute(tx)
}

/** Newest first. */
export const listVisitAccounts = async (
  db: AnyKysely,
  { access, vault, caller }: VaultContext,
  patientId: string,
  page: PageCursor,
): Promise<(VisitAccount & VisitAccountDetails & { readonly id: string })[]> => {
  const rows = await tablesOf(db)
    .selectFrom('billing.visit_accounts')
    .selectAll()
    .where('patient_id', '=', requireUuid(patientId))
    .$call(newestFirst(page))
    .execute()
  return Promise.all(
    rows.map(async (row) => ({
      ...factsOf(row),
      id: row.id,
      ...(await vault.open<VisitAccountDetails>(
        db,
        access,
        sealContext(caller.organizationId, row.id, patientId),
        row.sealed,
      )),
    })),
  )
}

/** Visits with an open balance, oldest first. The patient's account is locked. */
export const listDueVisits = async (
  tx: AnyKysely,
  patientId: string,
): Promise<{ readonly visitId: string; readonly dueCents: number }[]> => {
  const rows = await tablesOf(tx)
    .selectFrom('billing.visit_accounts')
    .select(['id', 'patient_cents'])
    .where('patient_id', '=', patientId)
    .where('patient_cents', '>', 0)
    .orderBy('id')
    .limit(500)
    .execute()
  return rows.map(({ id, patient_cents }) => ({ visitId: id, dueCents: centsOf(patient_cents) }))
}
