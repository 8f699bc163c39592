import type { WriteContext, RequestContext } from './context.ts'
import type { Statement } from './database.ts'
import type { AccessRow } from './ledger.ts'

export interface WorkRequest<A> {
  readonly domain: string
  readonly context: Omit<RequestContext, 'vault'>
  /**
   * The idempotency key of a POST: a repeat replays the first response; a different request under the same key gets
   * `idempotency_key_reused`.
   */
  readonly idempotency: { readonly key: string; readonly operation: string; readonly requestHash: Uint8Array } | null
  /** Called with the result before commit. Returns the audit rows to store. If it throws, the transaction is rolled back. */
  readonly audit: (result: A) => readonly AccessRow[]
  /** The part of the result that is stored for a repeated request. Default: all of it. */
  readonly replay?: (result: A) => A
  /** Executed in one statement with events and audit rows. A conflict rolls the transaction back. */
  readonly deferred?: readonly Statement[]
}

export interface UnitOfWork {
  /** One transaction: replays or runs, writes events and audit rows, commits. */
  run<A>(
    request: WorkRequest<A>,
    keep: (context: WriteContext) => Promise<A>,
  ): Promise<{ result: A; replayed: boolean }>
}
