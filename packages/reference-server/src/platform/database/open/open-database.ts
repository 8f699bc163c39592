import type { AnyKysely, Database, DatabaseScope, Statement } from '../../contracts/database.ts'
import { AffinePool } from '../pool/affine-pool.ts'
import type { Connection, ConnectionScope } from '../pool/connection.ts'
import { kyselyOver } from '../pool/kysely-over-connections.ts'
import { openPglite } from '../embedded/open-pglite.ts'
import type { Engine } from './engine.ts'
import { openPostgres } from './open-postgres.ts'
import { requireNoTransaction, startTransactionContext } from '../pool/transaction-context.ts'

export interface OpenDatabaseOptions {
  /** `pglite:memory`, `pglite:/path/of/a/folder` or `postgres://owner:secret@host/database` (the migrating owner). */
  readonly url: string
  /** PostgreSQL only: the server's own login, `visitkit_app`. Without it the login is made, its password derived from the owner's. */
  readonly appUrl?: string
  /** Most connections of the server's login. Default 16; PGlite always has one. */
  readonly poolSize?: number
  /** PostgreSQL: how long a statement of the server may run. Default 30 000 ms; 0 for none (offline checks of large tables). */
  readonly statementTimeout?: number
  /** Told what an operator should know about the engine, in a sentence. Default: written to standard error. */
  readonly notice?: (message: string) => void
}

/** The database as the platform's own folders see it. Domains and handlers see `Database`. */
export interface PlatformDatabase extends Database {
  /** The platform across organizations, as a role of its own (`platform`, `audit`): the outbox relay, the sealer, jobs. */
  readerAcross(role: PlatformRole): AnyKysely
  /** `last` is written with the commit: sent together, so that they cost one round trip. */
  transact<T>(scope: DatabaseScope, run: (tx: AnyKysely, commitWith: CommitWith) => Promise<T>): Promise<T>
  transactAcross<T>(role: PlatformRole, run: (tx: AnyKysely) => Promise<T>): Promise<T>
  /** For work that must not queue behind requests: connections of its own on PostgreSQL, the one there is on PGlite. */
  reserved(role: PlatformRole, connections: number): ReservedConnections
  /** One connection of the owner, for migrations. */
  withOwnerConnection<T>(run: (connection: Connection) => Promise<T>): Promise<T>
  /** Resolves when the database answers; rejects with `database_unavailable`. For readiness probes. */
  ping(): Promise<void>
  /** The embedded engine's folder; null in memory and on PostgreSQL. */
  readonly folder: string | null
}
/** Once at most. Its failure is the transaction's. */
export type CommitWith = (statement: Statement) => void
export type PlatformRole = 'platform' | 'audit' | 'vault'

export interface ReservedConnections {
  execute(text: string, values: readonly unknown[]): Promise<readonly unknown[]>
  close(): Promise<void>
}

const acrossOrganizations = ''
const loginItself: ConnectionScope = { role: 'none', organization: acrossOrganizations }
const defaultPoolSize = 16
/**
 * Of the embedded engine's one connection: enough statements ahead that its thread has always something to do, and one thing at a time of
 * what nobody waits for.
 */
const sharesOfOne = { maxUnanswered: 4, maxInBackground: 1 }
const maxWait = 10_000
const defaultStatementTimeout = 30_000
/** A Kysely instance is small but not free; organizations that are not heard of lately give theirs up. */
const maxReaders = 2_000

/** Opens either engine. Connections are made when first needed; `migrate` makes the schemas and roles. */
export const openDatabase = async (options: OpenDatabaseOptions): Promise<PlatformDatabase> => {
  const engine = await openEngine(options)
  const single = engine.connections === 'one'
  const poolOf = (size: number, connect: Engine['connect']): AffinePool =>
    new AffinePool({ size, connect, maxWait, ...(single && sharesOfOne) })
  const pool = poolOf(single ? 1 : (options.poolSize ?? defaultPoolSize), engine.connect)
  const ownerPool = single ? pool : poolOf(2, engine.connectOwner)
  const reservedPools = new Set<AffinePool>()

  const readers = new Map<string, AnyKysely>()
  const readerFor = (from: AffinePool, scope: ConnectionScope, key: string): AnyKysely => {
    const known = readers.get(key)
    if (known) {
      readers.delete(key)
      readers.set(key, known)
      return known
    }
    const reader = kyselyOver({
      acquire: async () => {
        requireNoTransaction('reader')
        return from.lease(scope)
      },
    })
    readers.set(key, reader)
    if (readers.size > maxReaders) readers.delete(readers.keys().next().value as string)
    return reader
  }
  const reader = (scope: DatabaseScope): AnyKysely => {
    const { role, organization } = connectionScope(scope)
    return readerFor(pool, { role, organization }, `${role}|${organization}`)
  }
  const transact = <T>(scope: DatabaseScope, run: (tx: AnyKysely, commitWith: CommitWith) => Promise<T>): Promise<T> =>
    transactOn(pool, connectionScope(scope), run)

  const across = (role: PlatformRole): DatabaseScope => ({ domain: role, organizationId: acrossOrganizations })

  return {
    engine: engine.name,
    folder: engine.folder,
    reader,
    transact,
    readerAcross: (role) => reader(across(role)),
    transactAcross: (role, run) => transact(across(role), run),
    owner: () => readerFor(ownerPool, loginItself, 'owner'),
    withOwnerConnection: async (run) => {
      requireNoTransaction('reader')
      const connection = await ownerPool.acquire(loginItself)
      try {
        return await run(connection)
      } finally {
        ownerPool.release(connection)
      }
    },
    reserved: (role, connections) => {
      const own = single ? pool : poolOf(connections, engine.connect)
      if (!single) reservedPools.add(own)
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
      await Promise.all([...reservedPools, pool, ownerPool].map((each) => each.close()))
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
  // The URL may hold a password: the message names its kind only.
  throw new Error(`A database URL starts with pglite: or postgres://, not with ${url.split(':', 1)[0]}:.`)
}

const domainName = /^[a-z][a-z_]*$/

const connectionScope = ({ domain, organizationId }: DatabaseScope): ConnectionScope => {
  if (!domainName.test(domain)) throw new Error('A domain is named in lower-case letters and underscores.')
  return { role: `visitkit_${domain}`, organization: organizationId }
}

/**
 * Begins at its first statement. Where `run` sends none and only says the last one, that is a transaction by itself, and costs one round
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
    // A promise that outlives its transaction would otherwise run on a connection that serves someone else by then.
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
  /** Rejects where it never began; what follows in it is then refused. */
  readonly begun: Promise<void>
}

const begin = async (pool: AffinePool, scope: ConnectionScope): Promise<OpenTransaction> => {
  const connection = await pool.take(scope)
  const begun = connection.begin(scope)
  begun.catch(() => undefined)
  return { connection, begun }
}

/** Answers with the cause of `error`: that it never began says more than what was refused because of it. */
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

/** Anyone who comes next may follow as soon as the commit is on its way: they begin again, whatever becomes of this. */
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

/** Behind a scope that is known to be set: what is written must not be written as anybody else. */
const executeAlone = async (pool: AffinePool, scope: ConnectionScope, { text, values }: Statement): Promise<void> => {
  const connection = await pool.acquire(scope)
  try {
    await connection.execute(text, values)
  } finally {
    pool.release(connection)
  }
}
