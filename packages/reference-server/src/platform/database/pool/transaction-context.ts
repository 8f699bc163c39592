import { AsyncLocalStorage } from 'node:async_hooks'

/** The transaction in which the current code runs. */
export interface TransactionContext {
  readonly open: boolean
  /** Called after COMMIT was confirmed, and never after a rollback. Must not throw. */
  onCommit(listener: () => void): void
  /** Values that exist only within this transaction, by the owner's key. */
  readonly local: Map<unknown, unknown>
}

const storage = new AsyncLocalStorage<TransactionContext>()

/** The open transaction of this async call chain, if any. */
export const currentTransaction = (): TransactionContext | undefined => {
  const context = storage.getStore()
  return context?.open ? context : undefined
}

/**
 * Refuses to open a second connection inside a transaction. On PGlite, which has one connection, it would deadlock; on PostgreSQL it
 * would read outside the transaction and, under load, exhaust the pool. So both engines refuse.
 */
export const requireNoTransaction = (what: 'reader' | 'transaction'): void => {
  if (currentTransaction()) {
    throw new Error(
      `A ${what} was opened inside a transaction. Use the transaction's own tx, or ask in gather, before the transaction opens.`,
    )
  }
}

/** For work that outlives its caller (timers, background loops): it is not part of the caller's transaction. */
export const outsideTransaction = <T>(run: () => T): T => storage.exit(run)

/** Starts the context of one transaction: `run` executes its body, `close` ends the context, `committed` calls the listeners. */
export const startTransactionContext = (): TransactionContext & {
  run<T>(body: () => Promise<T>): Promise<T>
  close(): void
  committed(): void
} => {
  let open = true
  const listeners: (() => void)[] = []
  const context = {
    get open() {
      return open
    },
    onCommit: (listener: () => void) => void listeners.push(listener),
    local: new Map<unknown, unknown>(),
    run: <T>(body: () => Promise<T>): Promise<T> => storage.run(context, body),
    close: () => void (open = false),
    committed: () => storage.exit(() => listeners.forEach((listener) => listener())),
  }
  return context
}
