import type { Change } from './change.ts'
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

export interface ChangeRequest<A> extends Omit<WorkRequest<A>, 'deferred'> {
  /** Events that are consumed by the change. A repeated delivery is refused by the database, and nothing is stored. */
  readonly consumes?: { readonly consumer: string; readonly eventIds: readonly string[] }
}

export interface UnitOfWork {
  /**
   * Stores a change with its events, audit rows and answer, or replays. `decide` returns it; when a condition of its writes no longer
   * holds, it is called again with `isRepeated`, and must gather first. Throws what `decide` throws; nothing is stored then.
   */
  keep<A>(
    request: ChangeRequest<A>,
    decide: (isRepeated: boolean) => Change<A> | Promise<Change<A>>,
  ): Promise<{ result: A; replayed: boolean }>
  /** One transaction: replays or runs, writes events and audit rows, commits. */
  run<A>(
    request: WorkRequest<A>,
    keep: (context: WriteContext) => Promise<A>,
  ): Promise<{ result: A; replayed: boolean }>
}
