import { sql, type Selectable } from 'kysely'
import { requireUuid } from '../../../platform/database/ids/require-uuid.ts'
import type { RequestContext, VaultContext } from '../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { NextVisit, Summary, SummaryContent } from '../model/summary.ts'
import type { TimeCursor } from './page-cursor.ts'
import { decryptContent, sealContent, withinReach, type VaultWriteContext } from './sealed-content.ts'
import { tablesOf, type FollowUpTables } from './tables.ts'

const table = 'follow_up.summaries'

const columns = [
  'id',
  'patient_id',
  'practitioner_id',
  'audience',
  'visit_at',
  'status',
  'note_version',
  'next_visit_type_id',
  'next_practitioner_id',
  'next_appointment_id',
  'remind_at',
  'published_at',
  'corrected_at',
  'version',
  'sealed',
] as const

type Row = Selectable<Pick<FollowUpTables[typeof table], (typeof columns)[number]>> & {
  readonly earliest: string | null
  readonly latest: string | null
}

const select = (db: AnyKysely, organizationId: string) =>
  tablesOf(db)
    .selectFrom(table)
    .select(columns)
    .select([
      sql<string | null>`to_char(next_earliest, 'YYYY-MM-DD')`.as('earliest'),
      sql<string | null>`to_char(next_latest, 'YYYY-MM-DD')`.as('latest'),
    ])
    .where('organization_id', '=', organizationId)

const nextOf = (row: Row): NextVisit | null =>
  row.next_visit_type_id === null || row.earliest === null || row.latest === null
    ? null
    : {
        visitTypeId: row.next_visit_type_id,
        practitionerId: row.next_practitioner_id,
        earliest: row.earliest,
        latest: row.latest,
        appointmentId: row.next_appointment_id,
      }

/** Decrypts a summary and records the access. */
const decryptSummary = async (db: AnyKysely, context: VaultContext, row: Row): Promise<Summary> => ({
  visitId: row.id,
  patientId: row.patient_id,
  practitionerId: row.practitioner_id,
  audience: row.audience,
  visitAt: row.visit_at,
  status: row.status,
  noteVersion: row.note_version,
  next: nextOf(row),
  remindAt: row.remind_at,
  publishedAt: row.published_at,
  correctedAt: row.corrected_at,
  version: row.version,
  ...(await decryptContent<SummaryContent>(
    db,
    context,
    { table, rowId: row.id, patientId: row.patient_id },
    row.sealed,
  )),
})

/** Throws `not_found`, also for a summary that is not accessible to the caller. */
export const readSummary = async (db: AnyKysely, context: VaultContext, visitId: string): Promise<Summary> => {
  const row = await select(db, context.caller.organizationId).where('id', '=', requireUuid(visitId)).executeTakeFirst()
  return decryptSummary(db, context, withinReach(context, row))
}

/** Null if there is none yet. The row stays locked until the transaction ends. */
export const lockSummary = async (tx: AnyKysely, context: VaultContext, visitId: string): Promise<Summary | null> => {
  const row = await select(tx, context.caller.organizationId)
    .where('id', '=', requireUuid(visitId))
    .forUpdate()
    .executeTakeFirst()
  return row === undefined ? null : decryptSummary(tx, context, withinReach(context, row))
}

export interface ProposalOf {
  readonly patientId: string
  readonly visitTypeId: string
  readonly notBefore: Date
}

/** The latest open proposal of this visit type whose period has not passed `notBefore`; locked. */
export const lockProposalFor = async (
  tx: AnyKysely,
  context: VaultContext,
  proposal: ProposalOf,
): Promise<Summary | null> => {
  const row = await proposals(tx, context.caller.organizationId, proposal).forUpdate().executeTakeFirst()
  return row === undefined ? null : decryptSummary(tx, context, row)
}

/** Locks and decrypts nothing: most bookings do not follow a proposal. */
export const hasProposalFor = async (db: AnyKysely, organizationId: string, proposal: ProposalOf): Promise<boolean> =>
  (await proposals(db, organizationId, proposal).execute()).length > 0

const proposals = (db: AnyKysely, organizationId: string, { patientId, visitTypeId, notBefore }: ProposalOf) =>
  select(db, organizationId)
    .where('patient_id', '=', patientId)
    .where('next_visit_type_id', '=', visitTypeId)
    .where('next_appointment_id', 'is', null)
    .where(sql<boolean>`next_latest >= ${notBefore}::timestamptz::date`)
    .orderBy('visit_at', 'desc')
    .limit(1)

export const lockAcceptedProposal = async (
  tx: AnyKysely,
  context: VaultContext,
  appointmentId: string,
): Promise<Summary | null> => {
  const row = await select(tx, context.caller.organizationId)
    .where('next_appointment_id', '=', appointmentId)
    .forUpdate()
    .executeTakeFirst()
  return row === undefined ? null : decryptSummary(tx, context, row)
}

/** A patient's published summaries, the latest visit first, decrypted, because the type of the visit is PHI. */
export const listSummaries = async (
  db: AnyKysely,
  context: VaultContext,
  patientId: string,
  after: TimeCursor | null,
  take: number,
): Promise<readonly Summary[]> => {
  const rows = await select(db, context.caller.organizationId)
    .where('patient_id', '=', requireUuid(patientId))
    .where('status', '=', 'published')
    .$if(after !== null, (query) =>
      query.where(sql<boolean>`(visit_at, id) < (${after?.time ?? new Date(0)}::timestamptz, ${after?.id}::uuid)`),
    )
    .orderBy('visit_at', 'desc')
    .orderBy('id', 'desc')
    .limit(take)
    .execute()
  return Promise.all(rows.map((row) => decryptSummary(db, context, row)))
}

/** Summaries whose reminder is due. Locked; nothing is decrypted. */
export const lockDueReminders = (
  tx: AnyKysely,
  organizationId: string,
  now: Date,
  take: number,
): Promise<readonly Pick<Row, 'id' | 'patient_id' | 'audience'>[]> =>
  tablesOf(tx)
    .selectFrom(table)
    .select(['id', 'patient_id', 'audience'])
    .where('organization_id', '=', organizationId)
    .where('remind_at', '<=', now)
    .orderBy('remind_at')
    .limit(take)
    .forUpdate()
    .skipLocked()
    .execute()

export const updateReminded = async (tx: AnyKysely, organizationId: string, visitId: string): Promise<void> => {
  await tablesOf(tx)
    .updateTable(table)
    .set({ remind_at: null })
    .where('organization_id', '=', organizationId)
    .where('id', '=', visitId)
    .execute()
}

/** Does nothing if the visit already has a summary. */
export const insertSummaryStatement = async (tx: AnyKysely, context: VaultWriteContext, summary: Summary) =>
  tablesOf(tx)
    .insertInto(table)
    .values({
      organization_id: context.caller.organizationId,
      id: summary.visitId,
      patient_id: summary.patientId,
      practitioner_id: summary.practitionerId,
      audience: summary.audience,
      visit_at: summary.visitAt,
      ...(await changeable(tx, context, summary)),
    })
    .onConflict((conflict) => conflict.columns(['organization_id', 'id']).doNothing())

/** The update statement. The row was locked when `summary` was read. */
export const updateSummaryStatement = async (tx: AnyKysely, context: VaultWriteContext, summary: Summary) =>
  tablesOf(tx)
    .updateTable(table)
    .set(await changeable(tx, context, summary))
    .where('organization_id', '=', context.caller.organizationId)
    .where('id', '=', summary.visitId)

const changeable = async (tx: AnyKysely, sealing: Pick<RequestContext, 'caller' | 'vault'>, summary: Summary) => {
  const { visitTypeName, instructions, diagnoses, corrections, next } = summary
  const content: SummaryContent = { visitTypeName, instructions, diagnoses, corrections }
  return {
    status: summary.status,
    note_version: summary.noteVersion,
    next_visit_type_id: next?.visitTypeId ?? null,
    next_practitioner_id: next?.practitionerId ?? null,
    next_earliest: next?.earliest ?? null,
    next_latest: next?.latest ?? null,
    next_appointment_id: next?.appointmentId ?? null,
    remind_at: summary.remindAt,
    published_at: summary.publishedAt,
    corrected_at: summary.correctedAt,
    version: summary.version,
    sealed: await sealContent(tx, sealing, { table, rowId: summary.visitId, patientId: summary.patientId }, content),
  }
}
