import type { AnyKysely, Database, DatabaseScope, Statement } from '../../contracts/database.ts'
import { AffinePool } from '../pool/affine-pool.ts'
import type { Connection } from '../pool/connection.ts'
import type { ConnectionScope } from '../pool/scope-statements.ts'
import { FactMemory } from '../facts/fact-memory.ts'
import { ReadPool } from '../pool/read-pool.ts'
import { kyselyOver } from '../pool/kysely-over-connections.ts'
import { openPglite } from '../embedded/open-pglite.ts'
import { connectionScope } from './connection-scope.ts'
import type { Engine } from './engine.ts'
import { groupConnections, type GroupConnections } from './group-connections.ts'
import { openPostgres } from './open-postgres.ts'
import { ReaderCache } from './reader-cache.ts'
import { requireNoTransaction, startTransactionContext } from '../pool/transaction-context.ts'

export interface OpenDatabaseOptions {
  /** `pglite:memory`, `pglite:/path/of/a/folder` or `postgres://owner:secret@host/database` (as the owner). */
  readonly url: string
  /** PostgreSQL only: the server's own login, `visitkit_app`. Default: the login is created with a password derived from the owner's. */
  readonly appUrl?: string
  /** Maximum number of connections for transactions. Default 8; PGlite always has one connection. */
  readonly poolSize?: number
  /** Maximum number of connections for reads. Default 24; with 0, reads use those for transactions. PGlite has none. */
  readonly readConnections?: number
  /** PostgreSQL: the statement timeout of the server. Default 30 000 ms; 0 for none (offline checks of large tables). */
  readonly statementTimeout?: number
  /** Called with messages about the engine for an operator. Default: written to standard error. */
  readonly notice?: (message: string) => void
}

/** The database as the platform folders use it. Domains and handlers use `Database`. */
export interface PlatformDatabase extends Database {
  /** What this process holds in memory, and readers take from there. */
  readonly facts: FactMemory
  /** Reads across organizations, with a role of the platform (`platform`, `audit`): for the outbox relay, the checkpointer and jobs. */
  readerAcross(role: PlatformRole): AnyKysely
  /** The statement passed to `commitWith` is sent together with the commit, in one round trip. */
  transact<T>(scope: DatabaseScope, run: (tx: AnyKysely, commitWith: CommitWith) => Promise<T>): Promise<T>
  transactAcross<T>(role: PlatformRole, run: (tx: AnyKysely) => Promise<T>): Promise<T>
  /** Connections for groups of statements that are committed together: separate ones on PostgreSQL, the only one on PGlite. */
  groups(connections: number): GroupConnections
  /** For work that must not queue behind requests: separate connections on PostgreSQL, the only one on PGlite. */
  reserved(role: PlatformRole, connections: number): ReservedConnections
  /** One connection of the owner, for migrations. */
  withOwnerConnection<T>(run: (connection: Connection) => Promise<T>): Promise<T>
  /** Resolves if the database responds; rejects with `database_unavailable`. For readiness probes. */
  ping(): Promise<void>
  /** The embedded engine's folder; null in memory and on PostgreSQL. */
  readonly folder: string | null
}
/** Call at most once. If the statement fails, the transaction fails. */
export type CommitWith = (statement: Statement) => void
export type PlatformRole = 'platform' | 'audit' | 'vault'

export interface ReservedConnections {
  execute(text: string, values: readonly unknown[]): Promise<readonly unknown[]>
  close(): Promise<void>
}

const acrossOrganizations = ''
const loginItself: ConnectionScope = { role: 'none', organization: acrossOrganizations }
const defaultPoolSize = 8
const defaultReadConnections = 24
/**
 * For the one connection of the embedded engine: enough pending statements that its thread is never idle, and one background task at a
 * time.
 */
const sharesOfOne = { maxUnanswered: 4, maxInBackground: 1 }
const maxWait = 10_000
const defaultStatementTimeout = 30_000

/** Opens either engine. Connections are opened on first use; `migrate` creates the schemas and roles. */
export const openDatabase = async (options: OpenDatabaseOptions): Promise<PlatformDatabase> => {
  const engine = await openEngine(options)
  const single = engine.connections === 'one'
  const poolOf = (size: number, connect: Engine['connect']): AffinePool =>
    new AffinePool({ size, connect, maxWait, ...(single && sharesOfOne) })
  const pool = poolOf(single ? 1 : (options.poolSize ?? defaultPoolSize), engine.connect)
  const readConnections = single ? 0 : (options.readConnections ?? defaultReadConnections)
  const readPool = new ReadPool({
    size: readConnections,
    connect: engine.connect,
  })
  const facts = new FactMemory({ isAlone: single })
  const ownerPool = single ? pool : poolOf(2, engine.connectOwner)
  const reservedPools = new Set<AffinePool>()

  const readers = new ReaderCache()
  const readerFor = (from: AffinePool, scope: ConnectionScope): AnyKysely => {
    const known = readers.get(scope)
    if (known) return known
    const reader = kyselyOver({
      acquire: async () => {
        requireNoTransaction('reader')
        return from.lease(scope)
      },
      ...(from === pool &&
        readConnections > 0 && {
          read: (text: string, values: readonly unknown[], gated?: (text: string, values: number) => string) => {
            requireNoTransaction('reader')
            return readPool.read(scope, text, values, gated)
          },
        }),
    })
    readers.set(scope, reader)
    if (scope.organization !== acrossOrganizations) facts.serve(reader, scope.organization)
    return reader
  }
  const reader = (scope: DatabaseScope): AnyKysely => readerFor(pool, connectionScope(scope))
  const transact = <T>(scope: DatabaseScope, run: (tx: AnyKysely, commitWith: CommitWith) => Promise<T>): Promise<T> =>
    transactOn(pool, connectionScope(scope), run)

  const ownPool = (size: number, connect = engine.connect): AffinePool => {
    if (single) return pool
    const own = poolOf(size, connect)
    reservedPools.add(own)
    return own
  }
  const across = (role: PlatformRole): DatabaseScope => ({ domain: role, organizationId: acrossOrganizations })

  return {
    engine: engine.name,
    folder: engine.folder,
    facts,
    reader,
    transact,
    readerAcross: (role) => reader(across(role)),
    transactAcross: (role, run) => transact(across(role), run),
    owner: () => readerFor(ownerPool, loginItself),
    withOwnerConnection: async (run) => {
      requireNoTransaction('reader')
      const connection = await ownerPool.acquire(loginItself)
      try {
        return await run(connection)
      } finally {
        ownerPool.release(connection)
      }
    },
    groups: (connections) => groupConnections(ownPool(connections, engine.connectForGroups), pool),
    reserved: (role, connections) => {
      const own = ownPool(connections)
      const scope = connectionScope(across(role))
      return {
        execute: async (text, values) => {
          const connection = await own.acquire(scope)
          try {
            return (await connection.execute(text, values)).rows
          } finally {
            own.release(connection)
          }
        },
        close: async () => {
          if (reservedPools.delete(own)) await own.close()
        },
      }
    },
    ping: async () => {
      const connection = await pool.acquire(loginItself)
      try {
        await connection.execute('select 1')
      } finally {
        pool.release(connection)
      }
    },
    close: async () => {
      await Promise.all([...reservedPools, readPool, pool, ownerPool].map((each) => each.close()))
      await engine.close()
    },
  }
}

const openEngine = ({ url, appUrl, statementTimeout, notice }: OpenDatabaseOptions): Promise<Engine> => {
  if (url.startsWith('pglite:')) {
    const place = url.slice('pglite:'.length)
    if (place === '') throw new Error('A PGlite URL names a folder or memory: pglite:/path or pglite:memory.')
    return openPglite(place, notice ?? ((message) => void process.stderr.write(`${message}\n`)))
  }
  if (/^postgres(ql)?:\/\//.test(url))
    return openPostgres({ url, appUrl, statementTimeout: statementTimeout ?? defaultStatementTimeout })
  // The URL may contain a password, so the message names only its scheme.
  throw new Error(`A database URL starts with pglite: or postgres://, not with ${url.split(':', 1)[0]}:.`)
}

/**
 * Begins at the first statement. If `run` sends none and only calls `commitWith`, that statement is a transaction of its own: one round
 * trip instead of three.
 */
const transactOn = async <T>(
  pool: AffinePool,
  scope: ConnectionScope,
  run: (tx: AnyKysely, commitWith: CommitWith) => Promise<T>,
): Promise<T> => {
  requireNoTransaction('transaction')
  const transaction = startTransactionContext()
  let opening: Promise<OpenTransaction> | undefined
  const tx = kyselyOver({
    // A promise that outlives its transaction would otherwise use a connection that by then serves another request.
    acquire: async () => {
      if (!transaction.open)
        throw new Error('A transaction was used after it ended. Await every statement before returning.')
      opening ??= begin(pool, scope)
      return { connection: (await opening).connection }
    },
  })
  let commitWith: Statement | undefined
  let result: T
  try {
    result = await transaction.run(() => run(tx, (statement) => (commitWith = statement)))
    await (
      await opening
    )?.begun
  } catch (error) {
    transaction.close()
    throw opening ? await rollBack(pool, await opening, error) : error
  }
  transaction.close()
  if (opening) await commit(pool, await opening, commitWith)
  else if (commitWith) await executeAlone(pool, scope, commitWith)
  transaction.committed()
  return result
}

interface OpenTransaction {
  readonly connection: Connection
  /** Rejects if the transaction never began. All statements in it are then refused. */
  readonly begun: Promise<void>
}

const begin = async (pool: AffinePool, scope: ConnectionScope): Promise<OpenTransaction> => {
  const connection = await pool.take(scope)
  const begun = connection.begin(scope)
  begun.catch(() => undefined)
  return { connection, begun }
}

/** Returns the cause of `error`: a failed begin is more informative than the refused statement after it. */
const rollBack = async (pool: AffinePool, { connection, begun }: OpenTransaction, error: unknown): Promise<unknown> => {
  try {
    const cause = await begun.then(
      () => error,
      (fault: unknown) => fault,
    )
    if (!connection.lost) await connection.rollback().catch(() => connection.end())
    return cause
  } finally {
    pool.release(connection)
  }
}

/**
 * The connection may be reused as soon as the commit is sent: the next user begins a new transaction, whatever the result of this commit.
 */
const commit = async (
  pool: AffinePool,
  { connection }: OpenTransaction,
  commitWith: Statement | undefined,
): Promise<void> => {
  const written = commitWith && connection.execute(commitWith.text, commitWith.values)
  written?.catch(() => undefined)
  const committed = connection.commit()
  const isFree = pool.mayFollow(connection)
  if (isFree) pool.release(connection)
  try {
    const isKept = await committed
    await written
    if (!isKept) throw new Error('A statement failed and its error was swallowed: the transaction was rolled back.')
  } finally {
    if (!isFree) pool.release(connection)
  }
}

/** Waits until the scope is set: a write must not run in another scope. */
const executeAlone = async (pool: AffinePool, scope: ConnectionScope, { text, values }: Statement): Promise<void> => {
  const connection = await pool.acquire(scope)
  try {
    await connection.execute(text, values)
  } finally {
    pool.release(connection)
  }
}
