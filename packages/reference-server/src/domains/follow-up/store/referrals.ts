import { sql, type Selectable } from 'kysely'
import { requireUuid } from '../../../platform/database/ids/require-uuid.ts'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { Write } from '../../../platform/contracts/write.ts'
import { factTable } from '../../../platform/database/changes/fact-table.ts'
import { isLoopOpen, type Referral, type ReferralContent, type ReferralStatus } from '../model/referral.ts'
import type { DueRows } from '../../../platform/system/change-each-due.ts'
import type { TimeCursor } from './page-cursor.ts'
import { decryptContent, withinReach } from './sealed-content.ts'
import { tablesOf, type FollowUpTables } from './tables.ts'
import type { VaultContext } from '../../../platform/contracts/context.ts'

const table = 'follow_up.referrals'
type Row = Selectable<FollowUpTables[typeof table]>

/** The unencrypted part of a referral. */
export type ReferralFacts = Omit<Referral, keyof ReferralContent>

const factsOf = (row: Row): ReferralFacts => ({
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
})

/** Decrypts a referral and records the access. */
const decryptReferral = async (db: AnyKysely, context: VaultContext, row: Row): Promise<Referral> => ({
  ...factsOf(row),
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

/** Throws `not_found`, also for a referral that is not accessible to the caller. */
export const readReferral = async (db: AnyKysely, context: VaultContext, referralId: string): Promise<Referral> => {
  const row = await tablesOf(db)
    .selectFrom(table)
    .selectAll()
    .where('organization_id', '=', context.caller.organizationId)
    .where('id', '=', requireUuid(referralId))
    .executeTakeFirst()
  return decryptReferral(db, context, withinReach(context, row))
}

/** Referrals whose next step is overdue and was not flagged yet. Decrypts nothing. */
export const listOverdueReferrals = async (
  db: AnyKysely,
  organizationId: string,
  now: Date,
  { limit, id }: DueRows,
): Promise<readonly ReferralFacts[]> => {
  const rows = await tablesOf(db)
    .selectFrom(table)
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('loop_open', '=', true)
    .where('overdue_reported', '=', false)
    .where('due_key', '<', now)
    .$if(id !== undefined, (query) => query.where('id', '=', id ?? ''))
    .orderBy('due_key')
    .limit(limit)
    .execute()
  return rows.map(factsOf)
}

interface ReferralRow extends Omit<ReferralFacts, 'nextStepDue' | 'createdAt'> {
  readonly loopOpen: boolean
  readonly dueKey: Date
  readonly sentAt: Date
}

const referrals = factTable<ReferralRow>(
  table,
  {
    id: ['id', 'uuid'],
    patientId: ['patient_id', 'uuid'],
    visitId: ['visit_id', 'uuid'],
    specialty: ['specialty', 'text'],
    priority: ['priority', 'text'],
    status: ['status', 'text'],
    loopOpen: ['loop_open', 'boolean'],
    dueKey: ['due_key', 'timestamptz'],
    overdueReported: ['overdue_reported', 'boolean'],
    sentAt: ['sent_at', 'timestamptz'],
    version: ['version', 'integer'],
  },
  {
    fixed: ['patientId', 'visitId', 'specialty', 'priority', 'sentAt'],
    // To flag an overdue step is no version of its own.
    guard: ['version', 'overdueReported'],
    sealedFor: ({ patientId }) => patientId,
  },
)

/** `closedAt`: of a referral that has no next step. */
const rowOf = ({ nextStepDue, createdAt, ...facts }: ReferralFacts, closedAt: Date): ReferralRow => ({
  ...facts,
  loopOpen: isLoopOpen(facts),
  dueKey: nextStepDue ?? closedAt,
  sentAt: createdAt,
})

const contentOf = ({ to, question, report, history }: Referral): ReferralContent => ({ to, question, report, history })

export const insertReferral = (referral: Referral): Write =>
  referrals.insert(rowOf(referral, referral.createdAt), contentOf(referral))

/** Conditional: the referral is still as gathered in `before`. */
export const replaceReferral = (after: Referral, before: Referral, now: Date): Write =>
  referrals.replace(rowOf(after, now), rowOf(before, now), contentOf(after))

/** Marks an overdue step as flagged. Conditional: the referral is still as gathered. */
export const flagReferral = (before: ReferralFacts, now: Date): Write =>
  referrals.replace(rowOf({ ...before, overdueReported: true }, now), rowOf(before, now))
