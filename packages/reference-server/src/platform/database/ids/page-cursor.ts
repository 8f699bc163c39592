import { sql, type SelectQueryBuilder } from 'kysely'
import { cursorInvalid } from '../../problems/problem.ts'
import { isUuid } from './require-uuid.ts'

export interface PageCursor {
  /** The id after which the page begins; null on the first page. */
  readonly after: string | null
  /** Rows to fetch: one more than is shown, which tells whether there is a next page. */
  readonly take: number
}

/** Where a page begins. A cursor is the last id that was shown, so it holds nothing about anyone. */
export const readPageQuery = (query: { cursor?: string | undefined; limit?: number | undefined }): PageCursor => {
  const after = query.cursor ?? null
  if (after !== null && !isUuid(after)) throw cursorInvalid()
  return { after, take: (query.limit ?? 50) + 1 }
}

type Paged = <DB, TB extends keyof DB, O>(query: SelectQueryBuilder<DB, TB, O>) => SelectQueryBuilder<DB, TB, O>

/** For `$call`: the page of a query that begins at `page`. Ids are UUIDv7, so their order is that of time. */
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

/** Cuts what was fetched for `place` into what is shown and where the next page begins. */
export const pageOf = <Row extends { readonly id: string }>(
  fetched: readonly Row[],
  { take }: PageCursor,
): { items: Row[]; nextCursor: string | null } => {
  const items = fetched.slice(0, take - 1)
  return { items, nextCursor: fetched.length < take ? null : (items.at(-1)?.id ?? null) }
}
