import { requireUuid } from '../../../../platform/database/ids/require-uuid.ts'
import { oldestFirst, type PageCursor } from '../../../../platform/database/ids/page-cursor.ts'
import { notFound } from '../../../../platform/problems/problem.ts'
import type { VaultContext } from '../../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../../platform/contracts/database.ts'
import type { Write } from '../../../../platform/contracts/write.ts'
import { writeStatement } from '../../../../platform/database/changes/write-statement.ts'
import type { ClaimFacts } from '../../kernel/model/claim-record.ts'
import type { HoldReason } from '../../kernel/model/posting.ts'
import {
  lineSealContext,
  lineColumns,
  lineOf,
  type StoredLine,
  type StoredRemittance,
  type RemittanceLine,
} from './remittances.ts'
import { tablesOf, type ExternalResolution } from '../../kernel/store/tables.ts'

/** A line that is or was held, with its payment. */
export interface HeldLine extends RemittanceLine {
  readonly holdReason: HoldReason
  readonly remittanceId: string
  readonly unbalancedPayment: boolean
  readonly payerName: string
  readonly paymentNumber: string
  readonly paidOn: string
}

const held = (db: AnyKysely) =>
  tablesOf(db)
    .selectFrom('billing.remittance_lines as line')
    .innerJoin('billing.remittances as payment', (join) =>
      join.onRef('payment.organization_id', '=', 'line.organization_id').onRef('payment.id', '=', 'line.remittance_id'),
    )
    .select(lineColumns)
    .select([
      'line.remittance_id as remittanceId',
      'payment.unbalanced as unbalancedPayment',
      'payment.payer_name as payerName',
      'payment.payment_number as paymentNumber',
      'payment.paid_on as paidOn',
    ])
    .where('line.hold_reason', 'is not', null)

type HeldRow = Awaited<ReturnType<ReturnType<typeof held>['executeTakeFirstOrThrow']>>

const heldLineOf = (row: HeldRow): HeldLine => {
  const { remittanceId, unbalancedPayment, payerName, paymentNumber, paidOn } = row
  const line = lineOf(row)
  if (line.holdReason === null) throw new Error('a line that is not held')
  return { ...line, holdReason: line.holdReason, remittanceId, unbalancedPayment, payerName, paymentNumber, paidOn }
}

/** Held lines, the oldest first. Decrypts nothing. */
export const listHeldLines = async (
  db: AnyKysely,
  reason: HoldReason | undefined,
  page: PageCursor,
): Promise<HeldLine[]> => {
  const rows = await held(db)
    .where('line.resolution', 'is', null)
    .$if(reason !== undefined, (query) => query.where('line.hold_reason', '=', reason ?? null))
    .$call(oldestFirst(page, 'line.id'))
    .execute()
  return rows.map(heldLineOf)
}

/** A line with what the payer reported about it, encrypted under the key of `patientId`. */
export interface EncryptedLine extends HeldLine {
  readonly sealed: Uint8Array
}

/** Throws `not_found`, also for a line that was posted automatically. */
export const readHeldLine = async (db: AnyKysely, lineId: string): Promise<EncryptedLine> => {
  const row = await held(db).select('line.sealed').where('line.id', '=', requireUuid(lineId)).executeTakeFirst()
  if (!row) throw notFound('held line unknown')
  return { ...heldLineOf(row), sealed: row.sealed }
}

export const decryptHeldLine = (
  db: AnyKysely,
  { access, vault, caller }: VaultContext,
  { id, patientId, sealed }: EncryptedLine,
): Promise<StoredLine> =>
  vault.open<StoredLine>(db, access, lineSealContext(caller.organizationId, id, patientId), sealed)

/** Assigns a held line to a claim and encrypts it under the patient's key. Conditional: it is not resolved yet. */
export const matchLine = (
  { id }: Pick<HeldLine, 'id'>,
  claim: Pick<ClaimFacts, 'id' | 'patientId'>,
  content: StoredLine,
  now: Date,
): Write => ({
  statement: match,
  values: [id, claim.id, claim.patientId, now, null],
  sealed: { at: 4, rowId: id, patientId: claim.patientId, value: content },
})
const match = writeStatement({
  kind: 'update',
  table: 'billing.remittance_lines',
  set: `claim_id = $2::uuid, patient_id = $3::uuid, resolution = 'matched', resolved_at = $4::timestamptz,
    sealed = $5::bytea`,
  where: 'id = $1::uuid and resolution is null',
  isConditional: true,
})

/** The line was resolved outside Visitkit. Conditional: it is not resolved yet. */
export const resolveLine = ({ id }: Pick<HeldLine, 'id'>, reason: ExternalResolution, now: Date): Write => ({
  statement: resolveOne,
  values: [id, reason, now],
})
const resolution = "resolution = 'external', external_resolution = $2::text, resolved_at = $3::timestamptz"
const resolveOne = writeStatement({
  kind: 'update',
  table: 'billing.remittance_lines',
  set: resolution,
  where: 'id = $1::uuid and resolution is null',
  isConditional: true,
})

/** The same for all held lines of a payment; together with `replaceTotals`. */
export const resolveLinesOf = (remittanceId: string, reason: ExternalResolution, now: Date): Write => ({
  statement: resolveAll,
  values: [remittanceId, reason, now],
})
const resolveAll = writeStatement({
  kind: 'update',
  table: 'billing.remittance_lines',
  set: resolution,
  where: 'remittance_id = $1::uuid and hold_reason is not null and resolution is null',
  isConditional: false,
})

/** Changes what the lines of a payment add up to. Conditional: no line was resolved since `before` was gathered. */
export const replaceTotals = (after: StoredRemittance, before: StoredRemittance): Write => ({
  statement: replace,
  values: [
    ...[after.postedCents, after.unmatched, after.externalResolution, after.status],
    ...[before.id, before.unmatched, before.status],
  ],
})
const replace = writeStatement({
  kind: 'update',
  table: 'billing.remittances',
  set: 'posted_cents = $1::bigint, unmatched = $2::integer, external_resolution = $3::text, status = $4::text',
  where: 'id = $5::uuid and unmatched = $6::integer and status = $7::text',
  isConditional: true,
})

/** Whether a line of the payment was resolved outside Visitkit. */
export const hasExternallyResolvedLine = async (db: AnyKysely, remittanceId: string): Promise<boolean> => {
  const row = await tablesOf(db)
    .selectFrom('billing.remittance_lines')
    .select('id')
    .where('remittance_id', '=', remittanceId)
    .where('resolution', '=', 'external')
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
