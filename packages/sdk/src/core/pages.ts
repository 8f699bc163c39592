import { VisitError } from './visit-error.ts'

/** One page of a list. */
export interface Page<Item> {
  items: Item[]
  /** Pass it to read the next page; `null` on the last page. */
  nextCursor: string | null
}

/** A page of a list that says how many items there are in all. */
export interface CountedPage<Item> extends Page<Item> {
  count: number
}

/** A list that requests its pages as it is iterated. No request is sent before the first item is read. */
export interface Pages<Item, Shown extends Page<Item> = Page<Item>> extends AsyncIterable<Item> {
  /** The page after `cursor`, or the first page. */
  page(cursor?: string | null): Promise<Shown>
  /** All items, or the first `limit` items. */
  toArray(limit?: number): Promise<Item[]>
}

export function createPages<Item, Shown extends Page<Item> = Page<Item>>(
  read: (cursor?: string | null) => Promise<Shown & Page<Item>>,
): Pages<Item, Shown> {
  async function* items(): AsyncGenerator<Item, void, undefined> {
    for (let cursor: string | undefined; ;) {
      const page: Page<Item> = await read(cursor)
      yield* page.items
      if (!page.nextCursor) return
      // A server that returns the same cursor again would cause an endless loop.
      if (page.nextCursor === cursor) throw new VisitError({ status: 200, code: 'unexpected_response' })
      cursor = page.nextCursor
    }
  }
  return {
    [Symbol.asyncIterator]: items,
    page: read,
    toArray: async (limit = Infinity) => {
      const all: Item[] = []
      if (limit > 0) for await (const item of items()) if (all.push(item) >= limit) break
      return all
    },
  }
}
