import {
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  SelectQueryNode,
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  type QueryResult,
} from 'kysely'
import type { AnyKysely } from '../../contracts/database.ts'
import type { Connection, StatementResult } from './connection.ts'

/** Where a Kysely instance gets the connection for one statement. */
export interface ConnectionSource {
  acquire(): Promise<Lease>
}

/** A connection for the time of one statement. */
export interface Lease {
  readonly connection: Connection
  /** Called when the statement is on its way, and again when it was answered; the one that gives the connection back is the source's choice. */
  readonly sent?: () => void
  readonly answered?: () => void
  /** Rejects when the connection was not what the statement needed: its answer is then kept from the person who asked. */
  readonly ready?: Promise<void>
}

class KyselyConnection implements DatabaseConnection {
  readonly lease: Lease
  #isUsed = false
  constructor(lease: Lease) {
    this.lease = lease
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const { connection, sent, ready } = this.lease
    if (this.#isUsed && sent)
      throw new Error(
        'This connection was for one statement. For several, open a transaction or take the owner’s connection.',
      )
    this.#isUsed = true
    // Nothing is written behind a scope that is not known to be set: it might be written as somebody else.
    if (ready && !isPlainRead(query)) await ready
    const answer = connection.execute(query.sql, query.parameters)
    sent?.()
    if (ready) {
      // Awaited below, and must not count as unheard in the meantime.
      answer.catch(() => undefined)
      await ready
    }
    const result: StatementResult = await answer
    const rows = result.rows as R[]
    return changes.has(result.command) ? { rows, numAffectedRows: BigInt(result.rowCount ?? 0) } : { rows }
  }

  // oxlint-disable-next-line require-yield -- refused: a stream would hold the connection while its reader waits on something else
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('Streaming is not offered. Read in pages by key.')
  }
}
/** A `with` part may write, and so may a text of our own. */
const isPlainRead = ({ query }: CompiledQuery): boolean => SelectQueryNode.is(query) && query.with === undefined

const changes: ReadonlySet<string> = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE'])

const refuse = (): never => {
  throw new Error(
    'Transactions are opened by the unit of work or by Database.transact, which set role and organization.',
  )
}

const driverOver = (source: ConnectionSource): Driver => ({
  init: async () => undefined,
  acquireConnection: async () => new KyselyConnection(await source.acquire()),
  releaseConnection: async (connection) => (connection as KyselyConnection).lease.answered?.(),
  beginTransaction: async () => refuse(),
  commitTransaction: async () => refuse(),
  rollbackTransaction: async () => refuse(),
  destroy: async () => undefined,
})

/** A Kysely that takes a connection from `source` for each statement. Never destroyed: the pool owns the connections. */
export const kyselyOver = (source: ConnectionSource): AnyKysely =>
  new Kysely({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => driverOver(source),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  })
