import { sql } from 'kysely'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { PageCursor } from '../../../platform/database/ids/page-cursor.ts'
import { isUuid, requireUuid } from '../../../platform/database/ids/require-uuid.ts'
import { filtersOf, reportColumns, type AccessReportQuery, type ReportFilter } from '../model/access-report.ts'
import { isOfNoCaseAbout } from './accesses.ts'
import { originDetailsOf, queryOf } from './referred-row.ts'
import { tablesOf } from './tables.ts'

const columnOf = (field: keyof typeof reportColumns) =>
  field === 'query' ? queryOf : sql.ref(`access.${reportColumns[field]}`)

/** Ids of patients and actors have an index as UUIDs; the view shows the text of every id. */
const isEqual = ({ field, value, except }: ReportFilter) => {
  if (except !== undefined) return sql<boolean>`not ${columnOf(field)} = any(${[...except]}::text[])`
  if (field === 'id') return sql<boolean>`access.id = ${requireUuid(value)}::uuid`
  if (field === 'patientId' && isUuid(value)) return sql<boolean>`access.patient = ${value}::uuid`
  if (field === 'actorId' && isUuid(value)) return sql<boolean>`access.actor = ${value}::uuid`
  if (field === 'consents') return sql<boolean>`${value} = any(string_to_array(access.consents, ' '))`
  // The rows of the requests whose first row has it.
  if (field === 'query')
    return sql<boolean>`(access.request_id, access.operation) in
      (select first.request_id, first.operation from audit.accesses as first where first.query = ${value})`
  return sql<boolean>`${columnOf(field)} = ${value}`
}

/**
 * The rows that fit, without what was done with cases about the reader, in the order that is asked for; rows with the same value by time. The cursor is the id of the last row, whose value is
 * read again, so no value is part of an address. `sequence` is null until the sealer has linked the row.
 */
export const listReportRows = async (
  db: AnyKysely,
  query: AccessReportQuery,
  readBy: string,
  { after, take }: PageCursor,
) => {
  const { from, to, sort = 'at', order = 'descending' } = query
  const [direction, sign] = order === 'ascending' ? [sql.raw('asc'), sql.raw('>')] : [sql.raw('desc'), sql.raw('<')]
  const isByTime = sort === 'at' || sort === 'id'
  const value = sql`coalesce(${columnOf(sort)}::text, '')`
  let rows = tablesOf(db)
    .selectFrom('audit.accesses as access')
    .select(['access.id', 'access.at', 'access.action', 'access.entity', 'access.patient_id as patientId'])
    .select(['access.outcome', 'access.because', 'access.purpose', 'access.actor_kind as actorKind'])
    .select(['access.actor_id as actorId', 'access.actor_role as actorRole', 'access.client_id as clientId'])
    .select(['access.on_behalf_of as onBehalfOf', 'access.request_id as requestId', 'access.operation'])
    .select(['access.entity_id as entityId', 'access.refusal', 'access.session_id as sessionId'])
    .select(['access.origin', 'access.consents', queryOf.as('query'), originDetailsOf.as('originDetails')])
    .select([sql<string | null>`audit.sequence_of(access.id)`.as('sequence'), sql<boolean>`false`.as('firstAccess')])
    .where(isOfNoCaseAbout(readBy))
  for (const filter of filtersOf(query)) rows = rows.where(isEqual(filter))
  if (from !== undefined) rows = rows.where('access.at', '>=', new Date(from))
  if (to !== undefined) rows = rows.where('access.at', '<', new Date(to))
  if (after !== null && isByTime) rows = rows.where(sql<boolean>`access.id ${sign} ${after}::uuid`)
  if (after !== null && !isByTime)
    rows = rows.where(
      sql<boolean>`(${value}, access.id) ${sign} (select ${value}, access.id from audit.accesses as access where access.id = ${after}::uuid)`,
    )
  if (!isByTime) rows = rows.orderBy(sql`${value} ${direction}`)
  return rows
    .orderBy(sql`access.id ${direction}`)
    .limit(take)
    .execute()
}
