import { sql, type OperationNodeSource, type RawBuilder } from 'kysely'
import { requireUuid } from '../../../../platform/database/ids/require-uuid.ts'
import type { AnyKysely, Statement } from '../../../../platform/contracts/database.ts'
import type { WriteContext } from '../../../../platform/contracts/context.ts'
import { accountChanged } from '../../events.ts'
import {
  afterMovements,
  noBalance,
  type Balance,
  type Movement,
  type EntryKind,
} from '../../kernel/model/account-ledger.ts'
import { centsOf, tablesOf } from '../../kernel/store/tables.ts'
import { insertUnnested, unnested } from '../../kernel/store/unnested.ts'

export interface Account extends Balance {
  readonly paymentsBegun: number
  readonly version: number
}

const none: Account = { ...noBalance, paymentsBegun: 0, version: 0 }

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

/** Creates the patient's account if there is none, and locks it: no other transaction moves this patient's money until this one ends. */
export const lockAccount = async (
  { tx, caller }: Pick<WriteContext, 'tx' | 'caller'>,
  patientId: string,
): Promise<Pick<Account, 'paymentsBegun'>> => {
  const { rows } = await sql<{ payments_begun: number }>`
    insert into billing.accounts as known (organization_id, id) values (${caller.organizationId}, ${requireUuid(patientId)})
    on conflict (organization_id, id) do update set version = known.version returning known.payments_begun`.execute(tx)
  return { paymentsBegun: rows[0]?.payments_begun ?? 0 }
}

export const incrementPaymentsBegun = async (tx: AnyKysely, patientId: string): Promise<void> => {
  await sql`update billing.accounts set payments_begun = payments_begun + 1 where id = ${patientId}`.execute(tx)
}

/** A movement of money for one visit, or for none (a credit). */
export interface Move {
  readonly visitId: string | null
  readonly paymentId: string | null
  readonly movements: readonly Movement[]
}
export interface PatientMove extends Move {
  readonly patientId: string
}

/** Creates something, such as a visit's account, and moves money that may be for it. */
export const makeAndMoveMoney = async (
  context: WriteContext,
  made: OperationNodeSource,
  patientId: string,
  moves: readonly Move[],
): Promise<void> => {
  const asked = moves.filter(({ movements }) => movements.length > 0)
  if (asked.length === 0) await sql`${made}`.execute(context.tx)
  else
    await moveMoneyOf(
      context,
      asked.map((move) => ({ ...move, patientId })),
      made,
    )
}

export const moveMoney = (context: WriteContext, patientId: string, moves: readonly Move[]): Promise<void> =>
  moveMoneyOf(
    context,
    moves.map((move) => ({ ...move, patientId })),
  )

/**
 * Writes the entries and updates the sums in one transaction. The accounts are locked first, in the same order everywhere. The database
 * checks the sums (visit_accounts), so it also refuses an entry that does not add up. `made` is written with the accounts: a visit's
 * account, which must exist when its sums are written with the events.
 */
export const moveMoneyOf = async (
  context: WriteContext,
  asked: readonly PatientMove[],
  made?: OperationNodeSource,
): Promise<void> => {
  const moves = asked.filter(({ movements }) => movements.length > 0)
  if (moves.length === 0) return
  const patients = [...Map.groupBy(moves, ({ patientId }) => patientId)].toSorted(([one], [other]) =>
    one < other ? -1 : 1,
  )
  for (const [patientId] of patients) context.access.touch(patientId)
  await addToAccounts(context, patients, made)
  const entries = entriesOf(context, moves)
  const sums = sumsOfVisits(moves)
  if (made !== undefined && sums !== null)
    for (const each of [entries, sums.added]) context.defer(compileStatement(context, each))
  else await addToVisits(context.tx, entries, sums)
  for (const [patientId] of patients) await context.emit(accountChanged(patientId))
}

const sumOf = (moves: readonly Move[]): Balance =>
  afterMovements(
    noBalance,
    moves.flatMap(({ movements }) => movements),
  )

const addToAccounts = async (
  { tx, caller }: WriteContext,
  patients: readonly (readonly [patientId: string, moves: readonly Move[]])[],
  made: OperationNodeSource | undefined,
): Promise<void> => {
  const sums = patients.map(([, moves]) => sumOf(moves))
  const rows = insertUnnested('billing.accounts', {
    organization_id: ['uuid', patients.map(() => caller.organizationId)],
    id: ['uuid', patients.map(([patientId]) => patientId)],
    insurance_cents: ['bigint', sums.map(({ insuranceCents }) => insuranceCents)],
    patient_cents: ['bigint', sums.map(({ patientCents }) => patientCents)],
    version: ['integer', patients.map(() => 1)],
  })
  await sql`${made ? sql`with made as (${made}) ` : sql``}${rows} on conflict (organization_id, id) do update set
    insurance_cents = accounts.insurance_cents + excluded.insurance_cents,
    patient_cents = accounts.patient_cents + excluded.patient_cents,
    version = accounts.version + 1`.execute(tx)
}

const compileStatement = ({ tx }: Pick<WriteContext, 'tx'>, part: RawBuilder<unknown>): Statement => {
  const { sql: text, parameters: values } = part.compile(tx)
  return { text, values }
}

/** Writes the entries and the sums. */
const addToVisits = async (
  tx: AnyKysely,
  entries: RawBuilder<unknown>,
  sums: ReturnType<typeof sumsOfVisits>,
): Promise<void> => {
  if (sums === null) {
    await entries.execute(tx)
    return
  }
  const { numAffectedRows } = await sql`with entered as (${entries}) ${sums.added}`.execute(tx)
  if (numAffectedRows !== BigInt(sums.visits)) throw new Error('money moved for a visit that was never charged')
}

/** The movements for visits, each of which has an account; null if none is for a visit. */
const sumsOfVisits = (
  moves: readonly Move[],
): { readonly visits: number; readonly added: RawBuilder<unknown> } | null => {
  const visits = [...Map.groupBy(moves, ({ visitId }) => visitId)].flatMap(([visitId, all]) =>
    visitId === null ? [] : [{ visitId, ...sumOf(all), movements: all.flatMap(({ movements }) => movements) }],
  )
  if (visits.length === 0) return null
  const of = (kind: EntryKind, side: keyof Balance): number[] =>
    visits.map(({ movements }) => movements.reduce((sum, each) => sum + (each.kind === kind ? each[side] : 0), 0))
  const plus = (one: readonly number[], other: readonly number[]): number[] =>
    one.map((cents, index) => cents + (other[index] ?? 0))
  const rows = unnested('moved', {
    id: ['uuid', visits.map(({ visitId }) => visitId)],
    charged: ['bigint', plus(of('charge', 'insuranceCents'), of('charge', 'patientCents'))],
    insurer_paid: ['bigint', of('payer-payment', 'insuranceCents')],
    taken_off: ['bigint', of('adjustment', 'insuranceCents')],
    patient_paid: ['bigint', plus(of('patient-payment', 'patientCents'), of('refund', 'patientCents'))],
    insurance: ['bigint', visits.map(({ insuranceCents }) => insuranceCents)],
    patient: ['bigint', visits.map(({ patientCents }) => patientCents)],
  })
  const added = sql`update billing.visit_accounts as visit set
      charge_cents = visit.charge_cents + moved.charged,
      insurance_paid_cents = visit.insurance_paid_cents - moved.insurer_paid,
      discount_cents = visit.discount_cents - moved.taken_off,
      patient_paid_cents = visit.patient_paid_cents - moved.patient_paid,
      insurance_cents = visit.insurance_cents + moved.insurance,
      patient_cents = visit.patient_cents + moved.patient
    from ${rows} where visit.id = moved.id`
  return { visits: visits.length, added }
}

const entriesOf = (
  { caller, now, newId }: Pick<WriteContext, 'caller' | 'now' | 'newId'>,
  moves: readonly PatientMove[],
): RawBuilder<unknown> => {
  const entries = moves.flatMap(({ movements, ...move }) => movements.map((movement) => ({ ...move, ...movement })))
  return insertUnnested('billing.entries', {
    organization_id: ['uuid', entries.map(() => caller.organizationId)],
    id: ['uuid', entries.map(() => newId())],
    patient_id: ['uuid', entries.map(({ patientId }) => patientId)],
    visit_id: ['uuid', entries.map(({ visitId }) => visitId)],
    payment_id: ['uuid', entries.map(({ paymentId }) => paymentId)],
    kind: ['text', entries.map(({ kind }) => kind)],
    insurance_cents: ['bigint', entries.map(({ insuranceCents }) => insuranceCents)],
    patient_cents: ['bigint', entries.map(({ patientCents }) => patientCents)],
    at: ['timestamptz', entries.map(() => now)],
  })
}

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
  tx: AnyKysely,
  paymentId: string,
): Promise<{ visitId: string | null; cents: number }[]> => {
  const { rows } = await sql<{ visit_id: string | null; cents: string }>`
    select visit_id, -sum(patient_cents) as cents from billing.entries
    where payment_id = ${paymentId} group by visit_id order by min(id::text)`.execute(tx)
  return rows.map(({ visit_id, cents }) => ({ visitId: visit_id, cents: Number(cents) }))
}
