import type { Keeping, Situation } from './context.ts'
import type { Statement } from './database.ts'
import type { AccessRow } from './ledger.ts'

export interface WorkRequest<A> {
  readonly domain: string
  readonly situation: Omit<Situation, 'vault'>
  /** A POST with an idempotency key: replays the first answer; a different request under the same key is `idempotency_key_reused`. */
  readonly idempotency: { readonly key: string; readonly operation: string; readonly requestHash: Uint8Array } | null
  /** Called with the answer, before commit: the rows to keep. May throw, which rolls all back. */
  readonly audit: (answer: A) => readonly AccessRow[]
  /** What of the answer is stored for a repeated request. Default: all of it. */
  readonly replay?: (answer: A) => A
  /** Kept in one statement with events and audit rows. Where it conflicts, all is rolled back. */
  readonly beside?: readonly Statement[]
}

export interface UnitOfWork {
  /** One transaction: replay or run, then events and audit rows, then commit. */
  run<A>(request: WorkRequest<A>, keep: (keeping: Keeping) => Promise<A>): Promise<{ answer: A; replayed: boolean }>
}
