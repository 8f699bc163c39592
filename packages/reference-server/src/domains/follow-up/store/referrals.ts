import { sql, type Selectable } from 'kysely'
import { requireUuid } from '../../../platform/database/ids/require-uuid.ts'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import { isLoopOpen, type Referral, type ReferralContent, type ReferralStatus } from '../model/referral.ts'
import type { TimeCursor } from './page-cursor.ts'
import { decryptContent, sealContent, withinReach, type VaultWriteContext } from './sealed-content.ts'
import { tablesOf, type FollowUpTables } from './tables.ts'
import type { VaultContext } from '../../../platform/contracts/context.ts'

const table = 'follow_up.referrals'
type Row = Selectable<FollowUpTables[typeof table]>

/** Decrypts a referral and records the access. */
const decryptReferral = async (db: AnyKysely, context: VaultContext, row: Row): Promise<Referral> => ({
  id: row.id,
  patientId: row.patient_id,
  visitId: row.visit_id,
  specialty: row.specialty,
  priority: row.priority,
  status: row.status,
  nextStepDue: row.loop_open ? row.due_key : null,
  overdueReported: row.overdue_reported,
  createdAt: row.sent_at,
  version: row.version,
  ...(await decryptContent<ReferralContent>(
    db,
    context,
    { table, rowId: row.id, patientId: row.patient_id },
    row.sealed,
  )),
})

export interface ReferralFilter {
  readonly patientId?: string | undefined
  /** Open referrals if absent. */
  readonly status?: ReferralStatus | undefined
}

/** Ordered by due time, so overdue ones come first; at most `take`. Each query uses one index. */
export const listReferrals = async (
  db: AnyKysely,
  context: VaultContext,
  { patientId, status }: ReferralFilter,
  after: TimeCursor | null,
  take: number,
): Promise<
  readonly { readonly cursor: TimeCursor; readonly patientId: string; readonly decrypt: () => Promise<Referral> }[]
> => {
  const rows = await tablesOf(db)
    .selectFrom(table)
    .selectAll()
    .where('organization_id', '=', context.caller.organizationId)
    .$if(patientId !== undefined, (query) => query.where('patient_id', '=', requireUuid(patientId ?? '')))
    .$if(status === undefined, (query) => query.where('loop_open', '=', true))
    .$if(status !== undefined, (query) => query.where('status', '=', status as ReferralStatus))
    .$if(after !== null, (query) =>
      query.where(sql<boolean>`(due_key, id) > (${after?.time ?? new Date(0)}::timestamptz, ${after?.id}::uuid)`),
    )
    .orderBy('due_key')
    .orderBy('id')
    .limit(take)
    .execute()
  return rows.map((row) => ({
    cursor: { time: row.due_key, id: row.id },
    patientId: row.patient_id,
    decrypt: () => decryptReferral(db, context, row),
  }))
}

/** The referrals of a visit, at most 20, decrypted. */
export const listReferralsByVisit = async (
  db: AnyKysely,
  context: VaultContext,
  visitId: string,
): Promise<readonly Referral[]> => {
  const rows = await tablesOf(db)
    .selectFrom(table)
    .selectAll()
    .where('organization_id', '=', context.caller.organizationId)
    .where('visit_id', '=', visitId)
    .orderBy('id')
    .limit(20)
    .execute()
  return Promise.all(rows.map((row) => decryptReferral(db, context, row)))
}

/** Throws `not_found`, also for a referral that is not accessible to the caller. The row stays locked until the transaction ends. */
export const lockReferral = async (tx: AnyKysely, context: VaultContext, referralId: string): Promise<Referral> => {
  const row = await tablesOf(tx)
    .selectFrom(table)
    .selectAll()
    .where('organization_id', '=', context.caller.organizationId)
    .where('id', '=', requireUuid(referralId))
    .forUpdate()
    .executeTakeFirst()
  return decryptReferral(tx, context, withinReach(context, row))
}

/** Referrals whose next step is overdue and was not flagged yet. Locked; nothing is decrypted. */
export const lockOverdueReferrals = (tx: AnyKysely, organizationId: string, now: Date, take: number) =>
  tablesOf(tx)
    .selectFrom(table)
    .select(['id', 'patient_id', 'visit_id', 'status', 'priority', 'version'])
    .where('organization_id', '=', organizationId)
    .where('loop_open', '=', true)
    .where('overdue_reported', '=', false)
    .where('due_key', '<', now)
    .orderBy('due_key')
    .limit(take)
    .forUpdate()
    .skipLocked()
    .execute()

export const updateOverdueReported = async (
  tx: AnyKysely,
  organizationId: string,
  referralId: string,
): Promise<void> => {
  await tablesOf(tx)
    .updateTable(table)
    .set({ overdue_reported: true })
    .where('organization_id', '=', organizationId)
    .where('id', '=', referralId)
    .execute()
}

export const insertReferral = async (tx: AnyKysely, context: VaultWriteContext, referral: Referral): Promise<void> => {
  await tablesOf(tx)
    .insertInto(table)
    .values({
      organization_id: context.caller.organizationId,
      id: referral.id,
      patient_id: referral.patientId,
      visit_id: referral.visitId,
      specialty: referral.specialty,
      priority: referral.priority,
      sent_at: referral.createdAt,
      ...(await changeable(tx, context, referral, referral.createdAt)),
    })
    .execute()
}

/** The row was locked when `referral` was read. */
export const updateReferral = async (
  tx: AnyKysely,
  context: VaultWriteContext,
  referral: Referral,
  now: Date,
): Promise<void> => {
  await tablesOf(tx)
    .updateTable(table)
    .set(await changeable(tx, context, referral, now))
    .where('organization_id', '=', context.caller.organizationId)
    .where('id', '=', referral.id)
    .executeTakeFirstOrThrow()
}

const changeable = async (tx: AnyKysely, context: VaultWriteContext, referral: Referral, now: Date) => {
  const { to, question, report, history } = referral
  const content: ReferralContent = { to, question, report, history }
  return {
    status: referral.status,
    loop_open: isLoopOpen(referral),
    due_key: referral.nextStepDue ?? now,
    overdue_reported: referral.overdueReported,
    version: referral.version,
    sealed: await sealContent(tx, context, { table, rowId: referral.id, patientId: referral.patientId }, content),
  }
}
