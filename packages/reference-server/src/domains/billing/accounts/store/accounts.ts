import { sql } from 'kysely'
import { requireUuid } from '../../../../platform/database/ids/require-uuid.ts'
import type { AnyKysely } from '../../../../platform/contracts/database.ts'
import type { Write } from '../../../../platform/contracts/write.ts'
import { writeStatement } from '../../../../platform/database/changes/write-statement.ts'
import { noBalance, type Balance, type EntryKind } from '../../kernel/model/account-ledger.ts'
import { rowsStatement } from '../../kernel/store/rows-statement.ts'
import { centsOf, tablesOf } from '../../kernel/store/tables.ts'

export interface Account extends Balance {
  readonly paymentsBegun: number
  /** Changes with every movement of the patient's money. Null if there is no account yet. */
  readonly version: number | null
}

const none: Account = { ...noBalance, paymentsBegun: 0, version: null }

export const readAccount = async (db: AnyKysely, patientId: string): Promise<Account> => {
  const row = await tablesOf(db)
    .selectFrom('billing.accounts')
    .selectAll()
    .where('id', '=', requireUuid(patientId))
    .executeTakeFirst()
  return row === undefined
    ? none
    : {
        insuranceCents: centsOf(row.insurance_cents),
        patientCents: centsOf(row.patient_cents),
        paymentsBegun: row.payments_begun,
        version: row.version,
      }
}

/** Adds to the balances of patients, each of whom is named once. Creates the accounts that do not exist. */
export const addToAccounts = (balances: readonly (Balance & { readonly patientId: string })[]): readonly Write[] =>
  addBalances.rows(
    balances.map(({ patientId, insuranceCents, patientCents }) => ({
      id: patientId,
      insurance_cents: insuranceCents,
      patient_cents: patientCents,
      version: 1,
    })),
  )
const addBalances = rowsStatement(
  'billing.accounts',
  { id: 'uuid', insurance_cents: 'bigint', patient_cents: 'bigint', version: 'integer' },
  `(organization_id, id) do update set insurance_cents = accounts.insurance_cents + excluded.insurance_cents,
    patient_cents = accounts.patient_cents + excluded.patient_cents, version = accounts.version + 1`,
)

/**
 * Conditional: no money of the patient has moved since the account was gathered. Locks it, so that none moves until the change is stored;
 * `addToAccounts` must be part of the change, so that a concurrent one with this condition is refused.
 */
export const accountAsGathered = (patientId: string, { version }: Account): Write => ({
  statement: sameVersion,
  values: [patientId, version],
})
const sameVersion = writeStatement({
  kind: 'check',
  table: 'billing.accounts',
  condition: `(select version from billing.accounts where id = $1::uuid for no key update) is not distinct from $2::integer`,
  isConditional: true,
})

/**
 * Conditional: the account is as gathered. Of two concurrent changes with this write, one is refused, also if there is no account yet: it
 * is created.
 */
export const lockAccount = (patientId: string, { version }: Account): Write =>
  version === null
    ? { statement: createAccount, values: [patientId] }
    : { statement: moveVersion, values: [patientId, version] }
const createAccount = writeStatement({
  kind: 'insert',
  table: 'billing.accounts',
  columns: ['id', 'version'],
  values: ['$1::uuid', '1'],
  isConditional: true,
})
const moveVersion = writeStatement({
  kind: 'update',
  table: 'billing.accounts',
  set: 'version = version + 1',
  where: 'id = $1::uuid and version = $2::integer',
  isConditional: true,
})

/** Conditional: no other payment has begun since the account was gathered. */
export const countPaymentBegun = (patientId: string, { paymentsBegun }: Account): Write => ({
  statement: beginPayment,
  values: [patientId, paymentsBegun],
})
const beginPayment = writeStatement({
  kind: 'update',
  table: 'billing.accounts',
  set: 'payments_begun = payments_begun + 1',
  where: 'id = $1::uuid and payments_begun = $2::integer',
  isConditional: true,
})

export interface NewEntry extends Balance {
  readonly id: string
  readonly patientId: string
  readonly visitId: string | null
  readonly paymentId: string | null
  readonly kind: EntryKind
  readonly at: Date
}

/** Entries are never changed or removed. */
export const insertEntries = (entries: readonly NewEntry[]): readonly Write[] =>
  insertAll.rows(
    entries.map((entry) => ({
      id: entry.id,
      patient_id: entry.patientId,
      visit_id: entry.visitId,
      payment_id: entry.paymentId,
      kind: entry.kind,
      insurance_cents: entry.insuranceCents,
      patient_cents: entry.patientCents,
      at: entry.at,
    })),
  )
const insertAll = rowsStatement('billing.entries', {
  ...{ id: 'uuid', patient_id: 'uuid', visit_id: 'uuid', payment_id: 'uuid', kind: 'text' },
  ...{ insurance_cents: 'bigint', patient_cents: 'bigint', at: 'timestamptz' },
})

export interface Entry extends Balance {
  readonly id: string
  readonly visitId: string | null
  readonly kind: EntryKind
  readonly at: Date
}

/** Entries of some visits, oldest first. A visit has tens of entries, not thousands. */
export const listEntriesByVisit = async (db: AnyKysely, visitIds: readonly string[]): Promise<Entry[]> => {
  if (visitIds.length === 0) return []
  const rows = await tablesOf(db)
    .selectFrom('billing.entries')
    .select(['id', 'visit_id', 'kind', 'insurance_cents', 'patient_cents', 'at'])
    .where('visit_id', 'in', [...visitIds])
    .orderBy('id')
    .limit(5_000)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    visitId: row.visit_id,
    kind: row.kind,
    insuranceCents: centsOf(row.insurance_cents),
    patientCents: centsOf(row.patient_cents),
    at: row.at,
  }))
}

/** The visits that a payment was allocated to, less refunds. `visitId` is null for the credit. Oldest first. */
export const listAllocationsByPayment = async (
  db: AnyKysely,
  paymentId: string,
): Promise<{ visitId: string | null; cents: number }[]> => {
  const { rows } = await sql<{ visit_id: string | null; cents: string }>`
    select visit_id, -sum(patient_cents) as cents from billing.entries
    where payment_id = ${paymentId} group by visit_id order by min(id::text)`.execute(db)
  return rows.map(({ visit_id, cents }) => ({ visitId: visit_id, cents: Number(cents) }))
}
