import { cursorInvalid } from '../../../platform/problems/problem.ts'

interface PageQuery {
  readonly cursor?: string | undefined
  readonly limit?: number | undefined
}

interface Keyed<Item> {
  readonly item: Item
  readonly key: string
}

/**
 * A page of a list that is computed and not stored, in the order of `keyOf`: a text that no other item has and that begins with a day. The
 * cursor is the key of the last item, so nothing is shown twice or left out when an item before it ends. `items` may have any order; they
 * are not sorted, because a page is short and a list of each member with each course is not.
 */
export const pageByKey = <Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
  { cursor, limit = 50 }: PageQuery,
): { items: Item[]; nextCursor: string | null } => {
  const after = cursor === undefined ? '' : readKey(cursor)
  /** The first items behind the cursor, in order, with one more than the page has. */
  const first: Keyed<Item>[] = []
  for (const item of items) {
    const key = keyOf(item)
    const last = first[limit]
    if (key <= after || (last && key > last.key)) continue
    const place = first.findIndex((each) => each.key > key)
    first.splice(place < 0 ? first.length : place, 0, { item, key })
    first.length = Math.min(first.length, limit + 1)
  }
  const page = first.slice(0, limit)
  const last = page.at(-1)
  return {
    items: page.map(({ item }) => item),
    nextCursor: last === undefined || first.length <= limit ? null : Buffer.from(last.key).toString('base64url'),
  }
}

const readKey = (cursor: string): string => {
  const key = Buffer.from(cursor, 'base64url').toString()
  if (!/^\d{4}-\d{2}-\d{2} /.test(key)) throw cursorInvalid()
  return key
}
