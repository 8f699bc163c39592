import type { FileBody } from './operation-types.ts'
import { createPages, type Page, type Pages } from './pages.ts'
import type { RequestOptions, Transport, Verb } from './transport.ts'

/** The two shapes that operations have; the generated resources are written in these. */
export interface Calls {
  call<Answer>(verb: Verb, path: string, options?: RequestOptions, body?: unknown, query?: object): Promise<Answer>
  /** A list that is read page by page. */
  list<Item>(verb: Verb, path: string, options?: RequestOptions, json?: unknown, query?: object): Pages<Item>
}

/** Sent as it is: the server looks at the content and believes no name and no type. */
const isFile = (body: unknown): body is FileBody =>
  body instanceof Blob || body instanceof ArrayBuffer || ArrayBuffer.isView(body)

export const createCalls = (send: Transport): Calls => ({
  call: (verb, path, options, body, query) =>
    send(
      verb,
      path,
      isFile(body)
        ? { ...options, body, headers: { ...options?.headers, 'content-type': 'application/octet-stream' }, query }
        : { ...options, json: body, query },
    ),
  list: <Item>(verb: Verb, path: string, options?: RequestOptions, json?: unknown, query?: object) =>
    createPages<Item>((cursor) =>
      send<Page<Item>>(verb, path, { ...options, json, query: { ...query, cursor: cursor ?? undefined } }),
    ),
})
