import type { ThreadSummary, VisitClient } from '@visitkit/sdk'
import type { Reader } from './resolve-reader.ts'

export const pageSize = 20

export interface ThreadListPage {
  readonly items: readonly ThreadSummary[]
  /** Cursor of the next page; null when there is none. */
  readonly next: string | null
}

/** One page of the reader's threads; the first without a cursor. */
export const listThreads = async (
  client: VisitClient,
  { patientId }: Reader,
  options: { readonly signal: AbortSignal },
  cursor?: string,
): Promise<ThreadListPage> => {
  const query = { limit: pageSize, ...(patientId ? { patientId } : {}) }
  const { items, nextCursor } = await client.threads.list(query, options).page(cursor)
  return { items, next: nextCursor }
}
