import { sql, type RawBuilder } from 'kysely'

const minute = 60_000
/** Longer than a token is valid: the first row of its origin is not older. */
const longestToken = 60 * minute

/** The least UUIDv7 of this many milliseconds before that of a row. */
const idBefore = (milliseconds: number): RawBuilder<string> => sql`(lpad(to_hex(
  (('x0000' || left(replace(access.id::text, '-', ''), 12))::bit(64)::bigint - ${sql.lit(milliseconds)})), 12, '0')
  || '70000000000000000000')::uuid`

/** What an earlier row of the same actor has: by the index of actors, or of what has no UUID, by time. */
const referred = (
  column: 'origin_details' | 'query',
  isSame: RawBuilder<boolean>,
  milliseconds: number,
): RawBuilder<string | null> => {
  const found = (actor: RawBuilder<boolean>) => sql`(
    select first.${sql.raw(column)} from audit.accesses as first
    where ${actor} and first.id >= ${idBefore(milliseconds)} and first.id <= access.id
      and first.${sql.raw(column)} is not null and ${isSame}
    order by first.id desc limit 1)`
  return sql`case when access.actor is null
    then ${found(sql`first.actor is null`)}
    else ${found(sql`first.actor = access.actor`)} end`
}

/** The details of the origin of a row: on the first durable row of the origin. Null if that row was removed. */
export const originDetailsOf: RawBuilder<string | null> = sql`case when access.origin is null then null else ${referred(
  'origin_details',
  sql`first.session_id = access.session_id and first.origin = access.origin`,
  longestToken,
)} end`

/** The query of a search: on the first row of its request. */
export const queryOf: RawBuilder<string | null> = sql`case
  when access.query is not null or access.action <> 'search' then access.query
  else ${referred('query', sql`first.request_id = access.request_id and first.operation = access.operation`, minute)} end`
