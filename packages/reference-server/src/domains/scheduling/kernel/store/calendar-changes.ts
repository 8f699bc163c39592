import { sql, type RawBuilder, type SqlBool } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { AnyKysely } from '../../../../platform/contracts/database.ts'
import { preparedRead, type Placeholders } from '../../../../platform/database/reads/prepared-read.ts'
import type { VersionedAvailability } from './availability.ts'
import type { BusyRow } from './busy.ts'
import type { VersionedClosures } from './closures.ts'
import { tablesOf } from './tables.ts'
import { visitTypeOf, type VisitType } from './visit-types.ts'

/** A changed row as other processes read it. A row that is not active was released. */
export interface ChangedBusyRow extends BusyRow {
  readonly active: boolean
}

/** What a calendar reads of its organization. */
export interface CalendarChanges {
  /** The oldest transaction in progress: every future commit is written by it or a later one. */
  readonly mark: string
  readonly types: readonly VisitType[]
  readonly rules: readonly VersionedAvailability[]
  /** Undefined if they did not change. */
  readonly closures: VersionedClosures | undefined
  readonly busy: readonly ChangedBusyRow[]
}

/**
 * What the transaction `since` or a later one changed, which may include known rows and misses none, however late they commit; without
 * it, everything, of busy times those that are active and end after `from`. One statement, so that mark and rows are of one moment.
 */
export const readCalendarChanges = async (
  db: AnyKysely,
  from: Date,
  since: string | null,
): Promise<CalendarChanges> => {
  const [row] = since === null ? await selectAll(db, { from }) : await selectSince(db, { since })
  if (!row) throw new Error('a select without a from has one row')
  return {
    mark: row.mark,
    types: row.types.map(visitTypeOf),
    rules: row.rules.map(({ id, zone, rules, version }) => ({ practitionerId: id, zone, version, ...rules })),
    closures: row.closures[0],
    busy: row.busy.map((each) => ({
      id: each.id,
      practitionerId: each.practitioner_id,
      from: new Date(each.from),
      to: new Date(each.to),
      active: each.active,
      expiresAt: each.expires_at === null ? null : new Date(each.expires_at),
      heldBy: each.held_by,
    })),
  }
}

const changes = (db: AnyKysely, isIncluded: RawBuilder<SqlBool>, isBusyIncluded = isIncluded) => {
  const tables = tablesOf(db)
  return tables.selectNoFrom([
    sql<string>`pg_snapshot_xmin(pg_current_snapshot())::text`.as('mark'),
    jsonArrayFrom(
      tables
        .selectFrom('scheduling.visit_types')
        .select(['id', 'code', 'specialty', 'active', 'version', 'definition'])
        .where(isIncluded),
    ).as('types'),
    jsonArrayFrom(
      tables.selectFrom('scheduling.availability').select(['id', 'zone', 'rules', 'version']).where(isIncluded),
    ).as('rules'),
    jsonArrayFrom(tables.selectFrom('scheduling.closures').select(['zone', 'items', 'version']).where(isIncluded)).as(
      'closures',
    ),
    jsonArrayFrom(
      tables
        .selectFrom('scheduling.busy')
        .select(['id', 'practitioner_id', 'active', 'held_by'])
        // Text, in a document.
        .select([
          sql<string | null>`expires_at`.as('expires_at'),
          sql<string>`lower(during)`.as('from'),
          sql<string>`upper(during)`.as('to'),
        ])
        .where(isBusyIncluded),
    ).as('busy'),
  ])
}

const selectAll = preparedRead((db, { from }: Placeholders<{ from: Date }>) =>
  changes(db, sql<SqlBool>`true`, sql<SqlBool>`active and upper(during) > ${from}::timestamptz`),
)

/**
 * Every visible row was written before the end of the snapshot; a higher number comes from another cluster, of which this database is a
 * restored copy, and was read by the initial sync.
 */
const selectSince = preparedRead((db, { since }: Placeholders<{ since: string }>) =>
  changes(db, sql<SqlBool>`xid >= ${since}::xid8 and xid < pg_snapshot_xmax(pg_current_snapshot())`),
)
