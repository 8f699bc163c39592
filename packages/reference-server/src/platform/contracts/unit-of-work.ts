import type { WriteContext, RequestContext } from './context.ts'
import type { Statement } from './database.ts'
import type { AccessRow } from './ledger.ts'

export interface WorkRequest<A> {
  readonly domain: string
  readonly context: Omit<RequestContext, 'vault'>
  /** A POST with an idempotency key: replays the first answer; a different request under the same key is `idempotency_key_reused`. */
  readonly idempotency: { readonly key: string; readonly operation: string; readonly requestHash: Uint8Array } | null
  /** Called with the answer, before commit: the rows to keep. May throw, which rolls all back. */
  readonly audit: (result: A) => readonly AccessRow[]
  /** What of the answer is stored for a repeated request. Default: all of it. */
  readonly replay?: (result: A) => A
  /** Kept in one statement with events and audit rows. Where it conflicts, all is rolled back. */
  readonly deferred?: readonly Statement[]
}

export interface UnitOfWork {
  /** One transaction: replay or run, then events and audit rows, then commit. */
  run<A>(
    request: WorkRequest<A>,
    keep: (context: WriteContext) => Promise<A>,
  ): Promise<{ result: A; replayed: boolean }>
}
