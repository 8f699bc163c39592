import type { AnyKysely } from '../../contracts/database.ts'
import type { Connection, StatementResult } from './connection.ts'

/** Provides a Kysely instance with a connection for each statement. */
export interface ConnectionSource {
  acquire(): Promise<Lease>
  /** Executes a plain read without a connection of its own, or a claim with `gatedClaim`. Null if it needs one. */
  readonly read?: (
    text: string,
    values: readonly unknown[],
    gated?: (text: string, values: number) => string,
  ) => Promise<readonly object[] | null>
}

/** A connection for one statement. */
export interface Lease {
  readonly connection: Connection
  /** Called when the statement is sent, and again when it is answered. The source decides which of the two releases the connection. */
  readonly sent?: () => void
  readonly answered?: () => void
  /** Rejects if the connection did not have the required scope. The result is then withheld. */
  readonly ready?: Promise<void>
}

const sources = new WeakMap<object, ConnectionSource>()

export const setConnectionSource = (db: AnyKysely, source: ConnectionSource): void => void sources.set(db, source)

/** Undefined for an instance that `withTables`, `withSchema` or a plugin has derived. */
export const connectionSourceOf = (db: AnyKysely): ConnectionSource | undefined => sources.get(db)

/** A write waits until the scope is set: otherwise it might run in another scope. The result of a read is withheld until then. */
export const executeOn = async (
  { connection, sent, ready }: Lease,
  text: string,
  values: readonly unknown[],
  isPlainRead: boolean,
): Promise<StatementResult> => {
  if (ready && !isPlainRead) await ready
  const answer = connection.execute(text, values)
  sent?.()
  if (ready) {
    // Awaited below. Until then it must not count as an unhandled rejection.
    answer.catch(() => undefined)
    await ready
  }
  return answer
}
