import {
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  type QueryResult,
} from 'kysely'
import type { AnyKysely } from '../seams.ts'
import type { Connection, StatementResult } from './connection.ts'

/** Where a Kysely instance gets the connection for one statement. */
export interface ConnectionSource {
  acquire(): Promise<Connection>
  release(connection: Connection): void
}

class KyselyConnection implements DatabaseConnection {
  readonly connection: Connection
  constructor(connection: Connection) {
    this.connection = connection
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const result: StatementResult = await this.connection.execute(query.sql, query.parameters)
    const rows = result.rows as R[]
    return changes.has(result.command) ? { rows, numAffectedRows: BigInt(result.rowCount ?? 0) } : { rows }
  }

  // oxlint-disable-next-line require-yield -- refused: a stream would hold the connection while its reader waits on something else
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('Streaming is not offered. Read in pages by key.')
  }
}
const changes: ReadonlySet<string> = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE'])

const refuse = (): never => {
  throw new Error(
    'Transactions are opened by the unit of work or by Database.transact, which set role and organization.',
  )
}

const driverOver = (source: ConnectionSource): Driver => ({
  init: async () => undefined,
  acquireConnection: async () => new KyselyConnection(await source.acquire()),
  releaseConnection: async (connection) => source.release((connection as KyselyConnection).connection),
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
