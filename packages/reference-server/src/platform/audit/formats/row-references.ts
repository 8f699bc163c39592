import { parseOriginDetails } from '../client-address.ts'
import type { HashedRow } from '../chain.ts'

/** What a row says, or an earlier row of the same session or request that it refers to. */
export interface RowReferences {
  readonly tokenId?: string
  readonly sealedAddress?: Uint8Array
  readonly query?: string
}

/** More than are in use at a time; the oldest are forgotten. */
const mostKept = 200_000

class Recent {
  readonly #values = new Map<string, string>()

  get(key: string): string | undefined {
    return this.#values.get(key)
  }

  set(key: string, value: string): void {
    const [oldest] = this.#values.size >= mostKept ? this.#values.keys() : []
    if (oldest !== undefined) this.#values.delete(oldest)
    this.#values.set(key, value)
  }
}

/**
 * Follows a ledger in its order, and resolves what rows refer to: the details of an origin are on its first durable row, the query of a search
 * on the first row of its request. A row whose first one was removed after its retention has no details.
 */
export const followReferences = (): ((row: HashedRow) => RowReferences) => {
  const [origins, queries] = [new Recent(), new Recent()]
  return ({ sessionId, requestId, operation, origin, originDetails, query }) => {
    const key = `${sessionId}/${origin}`
    if (origin != null && originDetails != null) origins.set(key, originDetails)
    // One request may be several reads, each with its own query.
    const search = `${requestId}/${operation}`
    if (query != null) queries.set(search, query)
    const details = origin == null ? undefined : origins.get(key)
    const asked = queries.get(search)
    return { ...(details !== undefined && parseOriginDetails(details)), ...(asked !== undefined && { query: asked }) }
  }
}
