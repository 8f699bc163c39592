import { sql, type SelectQueryBuilder } from 'kysely'
import { cursorInvalid } from '../../problems/problem.ts'
import { isUuid } from './require-uuid.ts'

export interface PageCursor {
  /** The page begins after this id; null for the first page. */
  readonly after: string | null
  /** Rows to fetch: one more than the page shows, to detect whether there is a next page. */
  readonly take: number
}

/** Reads cursor and limit of a query. A cursor is the last id of the previous page, so it reveals nothing. */
export const readPageQuery = (query: { cursor?: string | undefined; limit?: number | undefined }): PageCursor => {
  const after = query.cursor ?? null
  if (after !== null && !isUuid(after)) throw cursorInvalid()
  return { after, take: (query.limit ?? 50) + 1 }
}

type Paged = <DB, TB extends keyof DB, O>(query: SelectQueryBuilder<DB, TB, O>) => SelectQueryBuilder<DB, TB, O>

/** For `$call`: restricts a query to one page, newest first. Ids are UUIDv7, so their order is that of time. */
export const newestFirst =
  ({ after, take }: PageCursor, id = 'id'): Paged =>
  (query) =>
    query
      .$if(after !== null, (rest) => rest.where(sql<boolean>`${sql.ref(id)} < ${after}`))
      .orderBy(sql.ref(id), 'desc')
      .limit(take)

export const oldestFirst =
  ({ after, take }: PageCursor, id = 'id'): Paged =>
  (query) =>
    query
      .$if(after !== null, (rest) => rest.where(sql<boolean>`${sql.ref(id)} > ${after}`))
      .orderBy(sql.ref(id))
      .limit(take)

/** Cuts the fetched rows to the page, and returns the cursor of the next page. */
export const pageOf = <Row extends { readonly id: string }>(
  fetched: readonly Row[],
  { take }: PageCursor,
): { items: Row[]; nextCursor: string | null } => {
  const items = fetched.slice(0, take - 1)
  return { items, nextCursor: fetched.length < take ? null : (items.at(-1)?.id ?? null) }
}
