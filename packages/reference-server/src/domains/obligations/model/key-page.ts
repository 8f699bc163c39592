import { cursorInvalid } from '../../../platform/problems/problem.ts'

interface PageQuery {
  readonly cursor?: string | undefined
  readonly limit?: number | undefined
}

/**
 * A page of a list that is computed and not stored. `keyOf` is a text that no other item has and in whose order the list is; it begins with
 * a day. The cursor is the key of the last item, so nothing is shown twice or left out when an item before it ends.
 */
export const pageByKey = <Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
  { cursor, limit = 50 }: PageQuery,
): { items: Item[]; nextCursor: string | null } => {
  const after = cursor === undefined ? '' : readKey(cursor)
  const rest = items
    .map((item) => ({ item, key: keyOf(item) }))
    .filter(({ key }) => key > after)
    .toSorted((one, other) => (one.key < other.key ? -1 : 1))
  const page = rest.slice(0, limit)
  const last = page.at(-1)
  return {
    items: page.map(({ item }) => item),
    nextCursor: last === undefined || rest.length <= limit ? null : Buffer.from(last.key).toString('base64url'),
  }
}

const readKey = (cursor: string): string => {
  const key = Buffer.from(cursor, 'base64url').toString()
  if (!/^\d{4}-\d{2}-\d{2} /.test(key)) throw cursorInvalid()
  return key
}
