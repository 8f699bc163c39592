import type { Selectable } from 'kysely'
import { requireUuid } from '../../../platform/database/ids/require-uuid.ts'
import { newestFirst, type PageCursor } from '../../../platform/database/ids/page-cursor.ts'
import { notFound } from '../../../platform/problems/problem.ts'
import type { AnyKysely, RowLock } from '../../../platform/contracts/database.ts'
import type { Cover } from '../model/cover.ts'
import { tablesOf, type DirectoryTables } from './tables.ts'

/** A cover with the names of both people. */
export interface NamedCover extends Cover {
  readonly practitionerName: string
  readonly coveredByName: string
}

const covers = (db: AnyKysely) =>
  tablesOf(db)
    .selectFrom('directory.covers as cover')
    .innerJoin('directory.practitioners as practitioner', (join) =>
      join
        .onRef('practitioner.organization_id', '=', 'cover.organization_id')
        .onRef('practitioner.id', '=', 'cover.practitioner_id'),
    )
    .innerJoin('directory.members as member', (join) =>
      join.onRef('member.organization_id', '=', 'cover.organization_id').onRef('member.id', '=', 'cover.covered_by'),
    )
    .selectAll('cover')
    .select(['practitioner.display_name as practitioner_name', 'member.display_name as covered_by_name'])

export const readCover = async (db: AnyKysely, id: string, lock: RowLock = 'none'): Promise<NamedCover> => {
  const row = await covers(db)
    .where('cover.id', '=', requireUuid(id))
    .$if(lock === 'for-update', (query) => query.forUpdate('cover'))
    .executeTakeFirst()
  if (!row) throw notFound('cover_unknown')
  return coverOf(row)
}

export interface CoverFilter {
  readonly practitionerId?: string | undefined
  readonly coveredBy?: string | undefined
  /** Only covers that have not ended then. */
  readonly notOverAt: Date | null
}

/** The latest first. */
export const listCovers = async (
  db: AnyKysely,
  { practitionerId, coveredBy, notOverAt }: CoverFilter,
  page: PageCursor,
): Promise<NamedCover[]> => {
  const rows = await covers(db)
    .$if(practitionerId !== undefined, (query) => query.where('cover.practitioner_id', '=', practitionerId ?? ''))
    .$if(coveredBy !== undefined, (query) => query.where('cover.covered_by', '=', coveredBy ?? ''))
    .$if(notOverAt !== null, (query) =>
      query.where('cover.ended_at', 'is', null).where('cover.ends_at', '>', notOverAt ?? new Date(0)),
    )
    .$call(newestFirst(page, 'cover.id'))
    .execute()
  return rows.map(coverOf)
}

/** False when there is a cover between the two at that time already. */
export const insertCover = async (tx: AnyKysely, organizationId: string, cover: Cover): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await tablesOf(tx)
    .insertInto('directory.covers')
    .values({
      organization_id: organizationId,
      id: cover.id,
      practitioner_id: cover.practitionerId,
      covered_by: cover.coveredBy,
      kind: cover.kind,
      reason: cover.reason,
      starts_at: cover.from,
      ends_at: cover.until,
      ended_at: cover.endedAt,
      started_by: cover.startedBy,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** The caller has locked the row. */
export const updateCover = async (tx: AnyKysely, { id, endedAt }: Cover): Promise<void> => {
  await tablesOf(tx).updateTable('directory.covers').set({ ended_at: endedAt }).where('id', '=', id).execute()
}

/** The number of current and future covers of a member. Locks the member, so that concurrent requests are counted one after the other. */
export const countOpenCovers = async (tx: AnyKysely, memberId: string, now: Date): Promise<number> => {
  await tablesOf(tx).selectFrom('directory.members').select('id').where('id', '=', memberId).forUpdate().execute()
  const { count } = await tablesOf(tx)
    .selectFrom('directory.covers')
    .select((query) => query.fn.countAll<string>().as('count'))
    .where('covered_by', '=', memberId)
    .where('started_by', '=', memberId)
    .where('ended_at', 'is', null)
    .where('ends_at', '>', now)
    .executeTakeFirstOrThrow()
  return Number(count)
}

type Row = Selectable<DirectoryTables['directory.covers']> & {
  readonly practitioner_name: string
  readonly covered_by_name: string
}

const coverOf = (row: Row): NamedCover => ({
  id: row.id,
  kind: row.kind,
  practitionerId: row.practitioner_id,
  practitionerName: row.practitioner_name,
  coveredBy: row.covered_by,
  coveredByName: row.covered_by_name,
  reason: row.reason,
  from: row.starts_at,
  until: row.ends_at,
  endedAt: row.ended_at,
  startedBy: row.started_by,
})
