import { sql } from 'kysely'
import { knownId } from '../../../platform/database/known-id.ts'
import type { AnyKysely, Keeping } from '../../../platform/seams.ts'
import { accountTold } from '../events.ts'
import { afterMovements, noBalance, type Balance, type Movement } from '../model/account-ledger.ts'
import type { EntryKind } from '../model/account-ledger.ts'
import { centsOf, tablesOf } from './tables.ts'

export interface Account extends Balance {
  readonly paymentsBegun: number
  readonly version: number
}

const none: Account = { ...noBalance, paymentsBegun: 0, version: 0 }

export const readAccount = async (db: AnyKysely, patientId: string): Promise<Account> => {
  const row = await tablesOf(db)
    .selectFrom('billing.accounts')
    .selectAll()
    .where('id', '=', knownId(patientId))
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

/** Makes the account if there is none, and keeps everyone else from moving money of this patient until the transaction ends. */
export const lockAccount = async (
  { tx, caller }: Pick<Keeping, 'tx' | 'caller'>,
  patientId: string,
): Promise<Account> => {
  await sql`insert into billing.accounts (organization_id, id) values (${caller.organizationId}, ${knownId(patientId)})
    on conflict (organization_id, id) do nothing`.execute(tx)
  await sql`select id from billing.accounts where id = ${patientId} for update`.execute(tx)
  return readAccount(tx, patientId)
}

export const noteBegunPayment = async (tx: AnyKysely, patientId: string): Promise<void> => {
  await sql`update billing.accounts set payments_begun = payments_begun + 1 where id = ${patientId}`.execute(tx)
}

/** Money that moves for one visit, or for none (a credit). */
export interface Move {
  readonly visitId: string | null
  readonly paymentId: string | null
  readonly movements: readonly Movement[]
}

/**
 * Writes the entries and keeps the sums beside them, all in one transaction; the account is locked first. The database holds the sums
 * against each other (visit_accounts), so an entry that does not add up is refused there as well.
 */
export const moveMoney = async (keeping: Keeping, patientId: string, moves: readonly Move[]): Promise<void> => {
  const all = moves.flatMap(({ movements }) => movements)
  if (all.length === 0) return
  const { tx, caller, now, newId, access } = keeping
  access.touch(patientId)
  await lockAccount(keeping, patientId)
  const sum = afterMovements(noBalance, all)
  await sql`update billing.accounts set insurance_cents = insurance_cents + ${sum.insuranceCents},
    patient_cents = patient_cents + ${sum.patientCents}, version = version + 1 where id = ${patientId}`.execute(tx)
  for (const { visitId, movements } of moves) {
    if (visitId === null) continue
    const { insuranceCents, patientCents } = afterMovements(noBalance, movements)
    const of = (kind: EntryKind, side: keyof Balance): number =>
      movements.reduce((total, each) => total + (each.kind === kind ? each[side] : 0), 0)
    const charged = of('charge', 'insuranceCents') + of('charge', 'patientCents')
    const { numAffectedRows } = await sql`update billing.visit_accounts set
      charge_cents = charge_cents + ${charged},
      insurance_paid_cents = insurance_paid_cents - ${of('payer-payment', 'insuranceCents')},
      discount_cents = discount_cents - ${of('adjustment', 'insuranceCents')},
      patient_paid_cents = patient_paid_cents - ${of('patient-payment', 'patientCents') + of('refund', 'patientCents')},
      insurance_cents = insurance_cents + ${insuranceCents},
      patient_cents = patient_cents + ${patientCents}
      where id = ${visitId}`.execute(tx)
    if (numAffectedRows !== 1n) throw new Error('money moved for a visit that was never charged')
  }
  await tablesOf(tx)
    .insertInto('billing.entries')
    .values(
      moves.flatMap(({ visitId, paymentId, movements }) =>
        movements.map(({ kind, insuranceCents, patientCents }) => ({
          organization_id: caller.organizationId,
          id: newId(),
          patient_id: patientId,
          visit_id: visitId,
          payment_id: paymentId,
          kind,
          insurance_cents: insuranceCents,
          patient_cents: patientCents,
          at: now,
        })),
      ),
    )
    .execute()
  await keeping.emit(accountTold(patientId))
}

export interface Entry extends Balance {
  readonly id: string
  readonly visitId: string | null
  readonly kind: EntryKind
  readonly at: Date
}

/** Of some visits, oldest first. A visit has tens of entries, not thousands. */
export const entriesOfVisits = async (db: AnyKysely, visitIds: readonly string[]): Promise<Entry[]> => {
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

/** To which visits a payment went, refunds taken off; `visitId` is null for what was more than due. Oldest first. */
export const allocationsOf = async (
  tx: AnyKysely,
  paymentId: string,
): Promise<{ visitId: string | null; cents: number }[]> => {
  const { rows } = await sql<{ visit_id: string | null; cents: string }>`
    select visit_id, -sum(patient_cents) as cents from billing.entries
    where payment_id = ${paymentId} group by visit_id order by min(id::text)`.execute(tx)
  return rows.map(({ visit_id, cents }) => ({ visitId: visit_id, cents: Number(cents) }))
}
