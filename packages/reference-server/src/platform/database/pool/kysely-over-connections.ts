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
import { executeOn, setConnectionSource, type ConnectionSource, type Lease } from './execute-once.ts'

class KyselyConnection implements DatabaseConnection {
  readonly #source: ConnectionSource
  #lease: Lease | undefined
  #isUsed = false
  constructor(source: ConnectionSource) {
    this.#source = source
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    if (this.#isUsed && (this.#source.read || this.#lease?.sent))
      throw new Error(
        'This connection was for one statement. For several, open a transaction or take the owner’s connection.',
      )
    this.#isUsed = true
    const read = selects.test(query.sql) ? await this.#source.read?.(query.sql, query.parameters) : null
    if (read) return { rows: read as R[] }
    this.#lease ??= await this.#source.acquire()
    const result = await executeOn(this.#lease, query.sql, query.parameters, isPlainRead(query))
    const rows = result.rows as R[]
    return changes.has(result.command) ? { rows, numAffectedRows: BigInt(result.rowCount ?? 0) } : { rows }
  }

  release(): void {
    this.#lease?.answered?.()
  }

  // oxlint-disable-next-line require-yield -- refused: a stream would hold the connection while its reader waits on something else
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('Streaming is not offered. Read in pages by key.')
  }
}
/** Also raw SQL. A `with` part may write. */
const selects = /^\s*select\b/i
/** A `with` part may write, and so may raw SQL. */
const isPlainRead = ({ query }: CompiledQuery): boolean => SelectQueryNode.is(query) && query.with === undefined

const changes: ReadonlySet<string> = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE'])

const refuse = (): never => {
  throw new Error(
    'Transactions are opened by the unit of work or by Database.transact, which set role and organization.',
  )
}

const driverOver = (source: ConnectionSource): Driver => ({
  init: async () => undefined,
  acquireConnection: async () => new KyselyConnection(source),
  releaseConnection: async (connection) => (connection as KyselyConnection).release(),
  beginTransaction: async () => refuse(),
  commitTransaction: async () => refuse(),
  rollbackTransaction: async () => refuse(),
  destroy: async () => undefined,
})

/** A Kysely instance that takes a connection from `source` for each statement. Never destroyed: the pool owns the connections. */
export const kyselyOver = (source: ConnectionSource): AnyKysely => {
  const db: AnyKysely = new Kysely({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => driverOver(source),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  })
  setConnectionSource(db, source)
  return db
}
