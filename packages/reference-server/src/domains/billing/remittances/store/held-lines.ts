import { sql } from 'kysely'
import { requireUuid } from '../../../../platform/database/ids/require-uuid.ts'
import { oldestFirst, type PageCursor } from '../../../../platform/database/ids/page-cursor.ts'
import { notFound } from '../../../../platform/problems/problem.ts'
import type { WriteContext, VaultContext } from '../../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../../platform/contracts/database.ts'
import type { ClaimFacts } from '../../kernel/model/claim-record.ts'
import type { HoldReason } from '../../kernel/model/posting.ts'
import {
  storedRemittanceOf,
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
      'payment.payer_name as payerName',
      'payment.payment_number as paymentNumber',
      'payment.paid_on as paidOn',
    ])
    .where('line.hold_reason', 'is not', null)

type HeldRow = Awaited<ReturnType<ReturnType<typeof held>['executeTakeFirstOrThrow']>>

const heldLineOf = (row: HeldRow): HeldLine => {
  const { remittanceId, payerName, paymentNumber, paidOn } = row
  const line = lineOf(row)
  if (line.holdReason === null) throw new Error('a line that is not held')
  return { ...line, holdReason: line.holdReason, remittanceId, payerName, paymentNumber, paidOn }
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

/** Throws `not_found`, also for a line that was posted automatically. */
export const readHeldLine = async (db: AnyKysely, lineId: string): Promise<HeldLine> => {
  const row = await held(db).where('line.id', '=', requireUuid(lineId)).executeTakeFirst()
  if (!row) throw notFound('held line unknown')
  return heldLineOf(row)
}

/** What the payer reported about it. */
export const decryptHeldLine = async (
  db: AnyKysely,
  { access, vault, caller }: VaultContext,
  { id, patientId }: Pick<HeldLine, 'id' | 'patientId'>,
): Promise<StoredLine> => {
  const { sealed } = await tablesOf(db)
    .selectFrom('billing.remittance_lines')
    .select('sealed')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return vault.open<StoredLine>(db, access, lineSealContext(caller.organizationId, id, patientId), sealed)
}

/** Locks a payment: no other transaction changes its lines until this one ends. Throws `not_found`. */
export const lockRemittance = async (tx: AnyKysely, remittanceId: string): Promise<void> => {
  const row = await tablesOf(tx)
    .selectFrom('billing.remittances')
    .select('id')
    .where('id', '=', requireUuid(remittanceId))
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw notFound('remittance unknown')
}

/** Assigns the line to the claim and encrypts it under the patient's key; its payment is locked. */
export const updateMatchedLine = async (
  { tx, caller, vault, now }: WriteContext,
  { id }: Pick<HeldLine, 'id'>,
  claim: Pick<ClaimFacts, 'id' | 'patientId'>,
  content: StoredLine,
): Promise<void> => {
  await tablesOf(tx)
    .updateTable('billing.remittance_lines')
    .set({
      claim_id: claim.id,
      patient_id: claim.patientId,
      resolution: 'matched',
      resolved_at: now,
      sealed: await vault.seal(tx, lineSealContext(caller.organizationId, id, claim.patientId), content),
    })
    .where('id', '=', id)
    .execute()
}

/** One held line, or all held lines of a payment; the payment is locked. */
export const updateResolvedLines = async (
  { tx, now }: Pick<WriteContext, 'tx' | 'now'>,
  which: { readonly id: string } | { readonly remittanceId: string },
  reason: ExternalResolution,
): Promise<void> => {
  await tablesOf(tx)
    .updateTable('billing.remittance_lines')
    .set({ resolution: 'external', external_resolution: reason, resolved_at: now })
    .$if('id' in which, (query) => query.where('id', '=', 'id' in which ? which.id : ''))
    .$if('remittanceId' in which, (query) =>
      query.where('remittance_id', '=', 'remittanceId' in which ? which.remittanceId : ''),
    )
    .where('hold_reason', 'is not', null)
    .where('resolution', 'is', null)
    .execute()
}

/** Updates the totals of the lines. `resolution` is set if the entire payment was resolved. */
export const updateRemittanceTotals = async (
  tx: AnyKysely,
  remittanceId: string,
  {
    postedCents = 0,
    resolution = null,
  }: { readonly postedCents?: number; readonly resolution?: ExternalResolution | null },
): Promise<StoredRemittance> => {
  await sql`update billing.remittances as payment set
      posted_cents = payment.posted_cents + ${postedCents},
      unmatched = lines.waiting,
      external_resolution = coalesce(${resolution}, payment.external_resolution),
      status = case when lines.waiting > 0 then 'needs-work'
        when lines.resolved_externally > 0 or coalesce(${resolution}, payment.external_resolution) is not null then 'resolved-externally'
        else 'posted' end
    from (select count(*) filter (where hold_reason is not null and resolution is null)::integer as waiting,
        count(*) filter (where resolution = 'external')::integer as resolved_externally
      from billing.remittance_lines where remittance_id = ${remittanceId}) as lines
    where payment.id = ${remittanceId}`.execute(tx)
  const row = await tablesOf(tx)
    .selectFrom('billing.remittances')
    .selectAll()
    .where('id', '=', remittanceId)
    .executeTakeFirstOrThrow()
  return storedRemittanceOf(row)
}
