import { VisitError } from './visit-error.ts'

/** One page of a list. */
export interface Page<Item> {
  items: Item[]
  /** Pass it back to read on; `null` at the end. */
  nextCursor: string | null
}

/** A list that reads its pages as you go through it. Nothing is sent before the first one is asked for. */
export interface Pages<Item> extends AsyncIterable<Item> {
  /** The page after `cursor`, or the first. */
  page(cursor?: string | null): Promise<Page<Item>>
  /** Everything, or the first `limit` items. */
  toArray(limit?: number): Promise<Item[]>
}

export function createPages<Item>(read: (cursor?: string | null) => Promise<Page<Item>>): Pages<Item> {
  async function* items(): AsyncGenerator<Item, void, undefined> {
    for (let cursor: string | undefined; ;) {
      const page: Page<Item> = await read(cursor)
      yield* page.items
      if (!page.nextCursor) return
      // A server that answers the same cursor again would keep us here for ever.
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
