import { sql, type Selectable } from 'kysely'
import { requireUuid } from '../../../platform/database/ids/require-uuid.ts'
import type { VaultContext } from '../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { Write } from '../../../platform/contracts/write.ts'
import { factTable, type FactColumns } from '../../../platform/database/changes/fact-table.ts'
import type { NextVisit, Summary, SummaryContent, SummaryFacts } from '../model/summary.ts'
import type { DueRows } from '../../../platform/system/change-each-due.ts'
import { insertIfMissing } from './insert-if-missing.ts'
import type { TimeCursor } from './page-cursor.ts'
import { decryptContent, withinReach } from './sealed-content.ts'
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

const factsOf = (row: Row): SummaryFacts => ({
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
})

/** Decrypts a summary and records the access. */
const decryptSummary = async (db: AnyKysely, context: VaultContext, row: Row): Promise<Summary> => ({
  ...factsOf(row),
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

/** Null if there is none yet. */
export const findSummary = async (db: AnyKysely, context: VaultContext, visitId: string): Promise<Summary | null> => {
  const row = await select(db, context.caller.organizationId).where('id', '=', requireUuid(visitId)).executeTakeFirst()
  return row === undefined ? null : decryptSummary(db, context, withinReach(context, row))
}

/** What a booking may fulfill. */
export interface ProposalOf {
  readonly patientId: string
  readonly visitTypeId: string
}

/** Open proposals of these visit types whose period has not passed `notBefore`, the latest visit first. Decrypts nothing. */
export const listOpenProposals = async (
  db: AnyKysely,
  organizationId: string,
  of: readonly ProposalOf[],
  notBefore: Date,
): Promise<readonly SummaryFacts[]> => {
  const rows = await select(db, organizationId)
    .where(
      sql<boolean>`(patient_id, next_visit_type_id) in (select * from unnest(
        ${of.map(({ patientId }) => patientId)}::uuid[], ${of.map(({ visitTypeId }) => visitTypeId)}::uuid[]))`,
    )
    .where('next_appointment_id', 'is', null)
    .where(sql<boolean>`next_latest >= ${notBefore}::timestamptz::date`)
    .orderBy('visit_at', 'desc')
    .execute()
  return rows.map(factsOf)
}

/** The proposals that these appointments fulfill. Decrypts nothing. */
export const listAcceptedProposals = async (
  db: AnyKysely,
  organizationId: string,
  appointmentIds: readonly string[],
): Promise<readonly SummaryFacts[]> => {
  const rows = await select(db, organizationId)
    .where('next_appointment_id', '=', sql<string>`any(${appointmentIds}::uuid[])`)
    .execute()
  return rows.map(factsOf)
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

/** Summaries whose reminder is due. Decrypts nothing. */
export const listDueReminders = async (
  db: AnyKysely,
  organizationId: string,
  now: Date,
  { limit, id }: DueRows,
): Promise<readonly SummaryFacts[]> => {
  const rows = await select(db, organizationId)
    .where('remind_at', '<=', now)
    .$if(id !== undefined, (query) => query.where('id', '=', id ?? ''))
    .orderBy('remind_at')
    .limit(limit)
    .execute()
  return rows.map(factsOf)
}

interface SummaryRow extends Omit<SummaryFacts, 'visitId' | 'next'> {
  readonly id: string
  readonly nextVisitTypeId: string | null
  readonly nextPractitionerId: string | null
  readonly nextEarliest: string | null
  readonly nextLatest: string | null
  readonly nextAppointmentId: string | null
}

const summaryColumns: FactColumns<SummaryRow> = {
  id: ['id', 'uuid'],
  patientId: ['patient_id', 'uuid'],
  practitionerId: ['practitioner_id', 'uuid'],
  audience: ['audience', 'text'],
  visitAt: ['visit_at', 'timestamptz'],
  status: ['status', 'text'],
  noteVersion: ['note_version', 'integer'],
  nextVisitTypeId: ['next_visit_type_id', 'uuid'],
  nextPractitionerId: ['next_practitioner_id', 'uuid'],
  nextEarliest: ['next_earliest', 'date'],
  nextLatest: ['next_latest', 'date'],
  nextAppointmentId: ['next_appointment_id', 'uuid'],
  remindAt: ['remind_at', 'timestamptz'],
  publishedAt: ['published_at', 'timestamptz'],
  correctedAt: ['corrected_at', 'timestamptz'],
  version: ['version', 'integer'],
}
const summaries = factTable<SummaryRow>(table, summaryColumns, {
  fixed: ['patientId', 'practitionerId', 'audience', 'visitAt'],
  // A reminder that was sent is no version of its own.
  guard: ['version', 'remindAt'],
  sealedFor: ({ patientId }) => patientId,
})
const insertMissing = insertIfMissing(table, summaryColumns, ['id'])

const rowOf = ({ visitId, next, ...facts }: SummaryFacts): SummaryRow => ({
  ...facts,
  id: visitId,
  nextVisitTypeId: next?.visitTypeId ?? null,
  nextPractitionerId: next?.practitionerId ?? null,
  nextEarliest: next?.earliest ?? null,
  nextLatest: next?.latest ?? null,
  nextAppointmentId: next?.appointmentId ?? null,
})

const contentOf = ({ visitTypeName, instructions, diagnoses, corrections }: Summary): SummaryContent => ({
  visitTypeName,
  instructions,
  diagnoses,
  corrections,
})

/** Stores nothing if the visit already has a summary. Not conditional. */
export const insertDraft = (draft: Summary): Write => insertMissing(rowOf(draft), contentOf(draft))

/** Stores a summary with its content. Conditional: the stored one is still as gathered in `before`, or there is none yet. */
export const writeSummary = (after: Summary, before: SummaryFacts | null): Write =>
  before === null
    ? summaries.insertOnce(rowOf(after), contentOf(after))
    : summaries.replace(rowOf(after), rowOf(before), contentOf(after))

/** Conditional: the summary is still as gathered in `before`. Its content stays. */
export const replaceSummaryFacts = (after: SummaryFacts, before: SummaryFacts): Write =>
  summaries.replace(rowOf(after), rowOf(before))
