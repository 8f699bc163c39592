import { createHmac } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { Connection } from '../pool/connection.ts'
import { databaseSocket } from './database-socket.ts'
import { DatabaseError, databaseLost, isConnectionLost } from '../errors/database-error.ts'
import type { Engine } from './engine.ts'

/** The login of the running server: may switch to any domain's role and has no rights of its own (NOINHERIT). */
export const appLogin = 'visitkit_app'

/** Creates the role unless it exists. Concurrent first starts on one cluster must not fail each other. */
export const createRoleStatement = (role: string, options: string): string =>
  `do $$ begin create role ${role} ${options}; exception when duplicate_object or unique_violation then null; end $$`

/**
 * Longer than a group holds its locks, and shorter than PostgreSQL's `deadlock_timeout` of a second: a group does not wait for a long
 * transaction, nor until a deadlock with another group is detected. Reads wait for it too: their audit rows are in it. Milliseconds.
 */
const groupLockTimeout = 100

export interface PostgresOptions {
  readonly url: string
  readonly appUrl: string | undefined
  /** A statement that runs longer is treated as a fault. Milliseconds; 0 for none. */
  readonly statementTimeout: number
}

/**
 * PostgreSQL 17 or later. `url` is the owner's. The server itself logs in as `visitkit_app`, either with `appUrl` or with a password
 * derived from the owner's, so that no second secret has to be stored and every process derives the same one. A `url` of `visitkit_app`
 * also works if the database is migrated elsewhere.
 */
export const openPostgres = async ({ url, appUrl, statementTimeout }: PostgresOptions): Promise<Engine> => {
  const sockets = new Map<string, ReturnType<typeof databaseSocket>>()
  const socketTo = (of: string): ReturnType<typeof databaseSocket> => {
    const socket = sockets.get(of) ?? databaseSocket(of)
    sockets.set(of, socket)
    return socket
  }
  const connectAs =
    (config: pg.ClientConfig & { readonly connectionString: string }) =>
    async (onLost: (connection: Connection) => void): Promise<Connection> => {
      const client = new pg.Client({
        pipeline: true,
        keepAlive: true,
        connectionTimeoutMillis: 5_000,
        application_name: 'visitkit',
        stream: socketTo(config.connectionString),
        ...config,
      })
      // PostgreSQL may end the connection as it becomes ready, before Connection listens. An error without a listener ends the process.
      let lost: Error | undefined
      client.on('error', (error) => (lost ??= error))
      try {
        await client.connect()
        if (lost !== undefined) throw lost
      } catch (error) {
        // An authentication failure is for the operator, and contains no person's data. Other errors are transient.
        if (!isConnectionLost(error)) throw error
        throw databaseLost((error as NodeJS.ErrnoException).code ?? 'connect')
      }
      return new Connection(client, { onLost })
    }
  const connectOwner = connectAs({ connectionString: url })
  const given = appUrl ?? (new URL(url).username === appLogin ? url : undefined)
  const app = given ?? derivedAppUrl(url)
  const appConfig = {
    connectionString: app,
    statement_timeout: statementTimeout,
    idle_in_transaction_session_timeout: statementTimeout,
  }
  const connect = connectAs(appConfig)
  if (given === undefined) await ensureAppLogin(connect, connectOwner, new URL(app).password)
  await requireUnprivilegedLogin(connect)
  return {
    name: 'postgres',
    connections: 'many',
    connect,
    connectForGroups: connectAs({ ...appConfig, lock_timeout: groupLockTimeout }),
    connectOwner,
    folder: null,
    close: async () => undefined,
  }
}

const derivedAppUrl = (ownerUrl: string): string => {
  const url = new URL(ownerUrl)
  const secret = decodeURIComponent(url.password)
  if (secret === '')
    throw new Error(
      'The database URL holds no password to derive that of the server’s own login from. Give the server its own login (VISITKIT_DATABASE_APP_URL).',
    )
  url.username = appLogin
  url.password = createHmac('sha256', secret).update(`visitkit login ${appLogin}`).digest('hex')
  // A URL without a host (a socket) has no user name, and the server would run as the owner.
  if (url.username !== appLogin)
    throw new Error('Give the server its own login (databaseAppUrl): it cannot be derived from this URL.')
  return url.href
}

/** Row security does not apply to a superuser: one missing role switch would expose all organizations to each other. */
const requireUnprivilegedLogin = async (connect: Engine['connect']): Promise<void> => {
  const connection = await connect(() => undefined)
  try {
    const { rows } = await connection.execute(
      'select rolsuper or rolbypassrls as powerful from pg_roles where rolname = session_user',
    )
    if ((rows[0] as { powerful: boolean } | undefined)?.powerful !== false) {
      throw new Error(`The server's login is a superuser or bypasses row security. Use the login ${appLogin}.`)
    }
  } finally {
    await connection.end()
  }
}

/** Logs in once as the server will. If that is refused, creates the login, or sets the derived password. */
const ensureAppLogin = async (
  connectApp: Engine['connect'],
  connectOwner: Engine['connectOwner'],
  password: string,
): Promise<void> => {
  const mayLogIn = await connectApp(() => undefined).then(
    (connection) => connection.end().then(() => true),
    (error: unknown) => {
      if (!refusedLogin.has(String((error as { code?: unknown }).code))) throw error
      return false
    },
  )
  if (mayLogIn) return
  const owner = await connectOwner(() => undefined)
  try {
    await owner.execute(createRoleStatement(appLogin, 'login noinherit'))
    await retryOnConcurrentUpdate(() => owner.execute(`alter role ${appLogin} login noinherit password '${password}'`))
  } finally {
    await owner.end()
  }
}
/** Wrong password, and unknown role if no password is required. */
const refusedLogin: ReadonlySet<string> = new Set(['28P01', '28000'])

/** Roles belong to the cluster. Two databases or processes that create them at the same time conflict. */
export const retryOnConcurrentUpdate = async <T>(run: () => Promise<T>): Promise<T> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await run()
    } catch (error) {
      if (attempt === 10 || !(error instanceof DatabaseError) || !isCatalogCollision(error)) throw error
      await wait(20 * attempt)
    }
  }
}

const isCatalogCollision = ({ code, table }: DatabaseError): boolean =>
  code === 'XX000' || (code === '23505' && table !== null && table.startsWith('pg_catalog.'))
