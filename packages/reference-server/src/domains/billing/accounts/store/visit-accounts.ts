import type { components } from '@visitkit/contract'
import type { Selectable } from 'kysely'
import { requireUuid } from '../../../../platform/database/ids/require-uuid.ts'
import { newestFirst, type PageCursor } from '../../../../platform/database/ids/page-cursor.ts'
import type { VaultContext } from '../../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../../platform/contracts/database.ts'
import type { Write } from '../../../../platform/contracts/write.ts'
import { writeStatement } from '../../../../platform/database/changes/write-statement.ts'
import { preparedRead, type Placeholders } from '../../../../platform/database/reads/prepared-read.ts'
import { sealContextIn } from '../../kernel/store/within-reach.ts'
import type { VisitSums } from '../model/visit-sums.ts'
import { centsOf, tablesOf, type BillingTables } from '../../kernel/store/tables.ts'

/** The PHI of a visit's account. */
export interface VisitAccountDetails {
  readonly visitTypeName: components['schemas']['LocalizedText'][]
}

/** The charges of one visit and who has paid. */
export interface VisitAccount extends VisitSums {
  readonly visitId: string
  readonly patientId: string
  readonly practitionerId: string
  readonly practitionerName: string
  readonly visitAt: Date
  /** Paid by the patient, who asked that nothing is disclosed to a payer (45 CFR 164.522(a)(1)(vi)). */
  readonly restricted: boolean
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
  writtenOffCents: centsOf(row.written_off_cents),
  patientPaidCents: centsOf(row.patient_paid_cents),
  insuranceCents: centsOf(row.insurance_cents),
  patientCents: centsOf(row.patient_cents),
})

/** Null while the visit is not charged. Decrypts nothing. */
export const findVisitAccount = async (db: AnyKysely, visitId: string): Promise<VisitAccount | null> => {
  const [row] = await selectAccount(db, { id: requireUuid(visitId) })
  return row === undefined ? null : factsOf(row)
}
const selectAccount = preparedRead((db, { id }: Placeholders<{ id: string }>) =>
  tablesOf(db).selectFrom('billing.visit_accounts').selectAll().where('id', '=', id),
)

/** Creates the visit's account. Conditional: there is none. */
export const insertVisitAccount = (account: VisitAccount, details: VisitAccountDetails): Write => ({
  statement: insertAccount,
  values: [
    ...[account.visitId, account.patientId, account.practitionerId, account.practitionerName, account.visitAt],
    ...[account.restricted, account.chargeCents, account.insurancePaidCents, account.discountCents],
    ...[account.patientPaidCents, account.insuranceCents, account.patientCents, account.writtenOffCents, null],
  ],
  sealed: { at: 13, rowId: account.visitId, patientId: account.patientId, value: details },
})
const insertAccount = writeStatement({
  kind: 'insert',
  table: 'billing.visit_accounts',
  columns: [
    ...['id', 'patient_id', 'practitioner_id', 'practitioner_name', 'visit_at', 'restricted', 'charge_cents'],
    ...['insurance_paid_cents', 'discount_cents', 'patient_paid_cents', 'insurance_cents', 'patient_cents'],
    ...['written_off_cents', 'sealed'],
  ],
  values: [
    ...['$1::uuid', '$2::uuid', '$3::uuid', '$4::text', '$5::timestamptz', '$6::boolean', '$7::bigint', '$8::bigint'],
    ...['$9::bigint', '$10::bigint', '$11::bigint', '$12::bigint', '$13::bigint', '$14::bytea'],
  ],
  isConditional: true,
})

/**
 * Conditional: what the patient asked about disclosure (45 CFR 164.522(a)(1)(vi)) is as gathered: a claim that is made or sent otherwise
 * would ignore it. Locks the visit's account until the change is stored.
 */
export const restrictionAsGathered = (visitId: string, restricted: boolean): Write => ({
  statement: sameRestriction,
  values: [visitId, restricted],
})
const sameRestriction = writeStatement({
  kind: 'check',
  table: 'billing.visit_accounts',
  condition: `(select restricted from billing.visit_accounts where id = $1::uuid for no key update) = $2::boolean`,
  isConditional: true,
})

/** Conditional: the amount on the insurance's side is as gathered. Locks the visit's account until the change is stored. */
export const openAsGathered = ({ visitId, insuranceCents }: VisitAccount): Write => ({
  statement: sameOpen,
  values: [visitId, insuranceCents],
})
const sameOpen = writeStatement({
  kind: 'check',
  table: 'billing.visit_accounts',
  condition: `(select insurance_cents from billing.visit_accounts where id = $1::uuid for no key update) = $2::bigint`,
  isConditional: true,
})

/** Conditional: each of these visits was charged. Their accounts are never removed. */
export const visitsExist = (visitIds: readonly string[]): Write => ({ statement: exist, values: [visitIds] })
const exist = writeStatement({
  kind: 'check',
  table: 'billing.visit_accounts',
  condition: '(select count(*) from billing.visit_accounts where id = any($1::uuid[])) = cardinality($1::uuid[])',
  isConditional: true,
})

/** Adds to the sums of visits, each of which is named once. */
export const addToVisits = (visits: readonly (VisitSums & { readonly visitId: string })[]): Write => ({
  statement: addSums,
  values: [
    visits.map(({ visitId }) => visitId),
    JSON.stringify(Object.fromEntries(visits.map(({ visitId, ...sums }) => [visitId, sums]))),
  ],
})
const added = (sum: keyof VisitSums): string => `($2::jsonb -> id::text ->> '${sum}')::bigint`
const sumsAdded = `charge_cents = charge_cents + ${added('chargeCents')},
    insurance_paid_cents = insurance_paid_cents + ${added('insurancePaidCents')},
    discount_cents = discount_cents + ${added('discountCents')},
    written_off_cents = written_off_cents + ${added('writtenOffCents')},
    patient_paid_cents = patient_paid_cents + ${added('patientPaidCents')},
    insurance_cents = insurance_cents + ${added('insuranceCents')},
    patient_cents = patient_cents + ${added('patientCents')}`
const addSums = writeStatement({
  kind: 'update',
  table: 'billing.visit_accounts',
  set: sumsAdded,
  where: 'id = any($1::uuid[])',
  isConditional: false,
})

/** The same for a visit of which nothing is disclosed to a payer from now on. Conditional: it was not restricted yet. */
export const restrictVisit = (visitId: string, sums: VisitSums): Write => ({
  statement: restrict,
  values: [[visitId], JSON.stringify({ [visitId]: sums })],
})
const restrict = writeStatement({
  kind: 'update',
  table: 'billing.visit_accounts',
  set: `restricted = true, ${sumsAdded}`,
  where: 'id = any($1::uuid[]) and not restricted',
  isConditional: true,
})

/** A payer may be informed of this visit again. Conditional: it was restricted. */
export const endRestriction = (visitId: string): Write => ({ statement: unrestrict, values: [visitId] })
const unrestrict = writeStatement({
  kind: 'update',
  table: 'billing.visit_accounts',
  set: 'restricted = false',
  where: 'id = $1::uuid and restricted',
  isConditional: true,
})

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

/** Visits with an open balance, oldest first. */
export const listDueVisits = async (
  db: AnyKysely,
  patientId: string,
): Promise<{ readonly visitId: string; readonly dueCents: number }[]> => {
  const rows = await tablesOf(db)
    .selectFrom('billing.visit_accounts')
    .select(['id', 'patient_cents'])
    .where('patient_id', '=', patientId)
    .where('patient_cents', '>', 0)
    .orderBy('id')
    .limit(500)
    .execute()
  return rows.map(({ id, patient_cents }) => ({ visitId: id, dueCents: centsOf(patient_cents) }))
}
