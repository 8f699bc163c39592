import { sql, type Selectable } from 'kysely'
import { requireUuid } from '../../../platform/database/ids/require-uuid.ts'
import { newestFirst, type PageCursor } from '../../../platform/database/ids/page-cursor.ts'
import { notFound } from '../../../platform/problems/problem.ts'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { Write } from '../../../platform/contracts/write.ts'
import { factTable } from '../../../platform/database/changes/fact-table.ts'
import { writeStatement } from '../../../platform/database/changes/write-statement.ts'
import type { Cover } from '../model/cover.ts'
import { tablesOf, type DirectoryTables } from './tables.ts'

/** A cover with the names of both people. */
export interface NamedCover extends Cover {
  readonly practitionerName: string
  readonly coveredByName: string
}

/** `insertOnce`: only if there is no cover between the two at that time. A cover ends once. */
export const covers = factTable<Cover>(
  'directory.covers',
  {
    id: ['id', 'uuid'],
    kind: ['kind', 'text'],
    practitionerId: ['practitioner_id', 'uuid'],
    coveredBy: ['covered_by', 'uuid'],
    reason: ['reason', 'text'],
    from: ['starts_at', 'timestamptz'],
    until: ['ends_at', 'timestamptz'],
    endedAt: ['ended_at', 'timestamptz'],
    startedBy: ['started_by', 'uuid'],
  },
  {
    fixed: ['kind', 'practitionerId', 'coveredBy', 'reason', 'from', 'until', 'startedBy'],
    guard: ['endedAt'],
  },
)

const namedCovers = (db: AnyKysely) =>
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

export const readCover = async (db: AnyKysely, id: string): Promise<NamedCover> => {
  const row = await namedCovers(db).where('cover.id', '=', requireUuid(id)).executeTakeFirst()
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
  const rows = await namedCovers(db)
    .$if(practitionerId !== undefined, (query) => query.where('cover.practitioner_id', '=', practitionerId ?? ''))
    .$if(coveredBy !== undefined, (query) => query.where('cover.covered_by', '=', coveredBy ?? ''))
    .$if(notOverAt !== null, (query) =>
      query.where('cover.ended_at', 'is', null).where('cover.ends_at', '>', notOverAt ?? new Date(0)),
    )
    .$call(newestFirst(page, 'cover.id'))
    .execute()
  return rows.map(coverOf)
}

/** The number of covers that a member has started, and how many of them are current or future. */
export interface CoverCount {
  readonly memberId: string
  readonly started: number
  readonly open: number
}

export const readCoverCount = async (db: AnyKysely, memberId: string, now: Date): Promise<CoverCount> => {
  const { started, open } = await tablesOf(db)
    .selectFrom('directory.members as member')
    .select('member.covers_started as started')
    .select(({ selectFrom }) =>
      selectFrom('directory.covers as cover')
        .select(sql<number>`count(*)::integer`.as('open'))
        .where('cover.covered_by', '=', memberId)
        .where('cover.started_by', '=', memberId)
        .where('cover.ended_at', 'is', null)
        .where('cover.ends_at', '>', now)
        .as('open'),
    )
    .where('member.id', '=', requireUuid(memberId))
    .executeTakeFirstOrThrow(() => notFound('member_unknown'))
  return { memberId, started, open: open ?? 0 }
}

/** Counts one more. Conditional: the member has started no other one since. */
export const countCover = ({ memberId, started }: CoverCount): Write => ({
  statement: countStarted,
  values: [memberId, started],
})
const countStarted = writeStatement({
  kind: 'update',
  table: 'directory.members',
  set: 'covers_started = $2::integer + 1',
  where: 'id = $1::uuid and covers_started = $2::integer',
  isConditional: true,
})

type Row = Selectable<DirectoryTables['directory.covers']> & {
  readonly practitioner_name: string
  readonly covered_by_name: string
}

const coverOf = (row: Row): NamedCover => ({
  ...covers.factOf(row),
  practitionerName: row.practitioner_name,
  coveredByName: row.covered_by_name,
})
