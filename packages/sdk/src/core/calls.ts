import { createPages, type Page, type Pages } from './pages.ts'
import type { RequestOptions, SendOptions, Transport, Verb } from './transport.ts'

/** The two shapes of operations. The generated resources use them. */
export interface Calls {
  call<Answer>(verb: Verb, path: string, options?: SendOptions, json?: unknown, query?: object): Promise<Answer>
  /** A list that is read page by page. */
  list<Item, Shown extends Page<Item> = Page<Item>>(
    verb: Verb,
    path: string,
    options?: RequestOptions,
    json?: unknown,
    query?: object,
  ): Pages<Item, Shown>
}

export const createCalls = (send: Transport): Calls => ({
  call: (verb, path, options, json, query) => send(verb, path, { ...options, json, query }),
  list: <Item, Shown extends Page<Item>>(
    verb: Verb,
    path: string,
    options?: RequestOptions,
    json?: unknown,
    query?: object,
  ) =>
    createPages<Item, Shown>((cursor) =>
      send<Shown>(verb, path, { ...options, json, query: { ...query, cursor: cursor ?? undefined } }),
    ),
})
