import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { ComposedServer } from '../../packages/reference-server/src/compose-server.ts'
import { readConfig } from '../../packages/reference-server/src/config.ts'
import { selectAccesses } from '../../packages/reference-server/src/platform/audit/access-columns.ts'
import {
  createTestClock,
  type TestClock,
} from '../../packages/reference-server/src/platform/http/tests/clock.testing.ts'
import type { Policies } from '../../packages/reference-server/src/platform/http/read-policies.ts'
import {
  composeTestServer,
  type ComposedTestServer,
} from '../../packages/reference-server/src/test-kit/compose-test-server.ts'
import type { AccessRow } from '../../packages/reference-server/src/platform/contracts/ledger.ts'

export interface RunningServer {
  readonly url: string
  readonly composed: ComposedServer
  readonly clock: TestClock
  /** Everything that the server keeps on disk. */
  readonly folder: string
  /** Every line that it has logged. */
  readonly logged: readonly string[]
  readonly transact: ComposedTestServer['transact']
  /** What the ledger holds of one request. */
  accessRows(requestId: string): Promise<AccessRow[]>
  /** Ends the server and leaves its folder. */
  close(): Promise<void>
  /** Ends the server, if it still runs, and removes its folder. */
  stop(): Promise<void>
}

/** The server as it is deployed, every domain and all, on a port of its own; only its clock stands still until it is moved. */
export const startServer = async (options: {
  /** `pglite:memory`, a PostgreSQL, or null for the embedded database in the folder. */
  readonly databaseUrl: string | null
  readonly now?: string
  /** Another process of the same deployment: its keys, its clock, and its database. */
  readonly sameDeployment?: RunningServer
  readonly environment?: Readonly<Record<string, string>>
  /** Default: false, for tests that send everything from a few sessions while the clock stands. */
  readonly limitsRates?: boolean
  /** False: no job runs by itself, for tests that move the clock past a visit. */
  readonly timed?: boolean
  /** Instead of those of the release. */
  readonly policies?: Partial<Policies>
  /** Called with the server before it begins to answer and to deliver. */
  readonly beforeListening?: (composed: ComposedServer) => void
}): Promise<RunningServer> => {
  const folder = options.sameDeployment?.folder ?? (await mkdtemp(join(tmpdir(), 'visitkit-test-')))
  const clock = options.sameDeployment?.clock ?? createTestClock(options.now ?? '2026-11-25T15:00:00Z')
  const logged: string[] = []
  const config = readConfig({
    VISITKIT_PORT: '0',
    VISITKIT_DATA_FOLDER: folder,
    VISITKIT_LOG_LEVEL: 'debug',
    VISITKIT_LOG_REQUESTS: 'all',
    VISITKIT_DRAIN_SECONDS: '2',
    ...(options.databaseUrl === null ? {} : { VISITKIT_DATABASE_URL: options.databaseUrl }),
    ...options.environment,
  })
  const { composed, transact, requireDeclaredProblems } = await composeTestServer(
    config,
    {
      clock: clock.now,
      limitsRates: options.limitsRates ?? false,
      timed: options.timed ?? true,
      ...(options.policies && { policies: options.policies }),
    },
    (line) => void logged.push(line),
  )
  options.beforeListening?.(composed)
  const { url } = await composed.listen()
  let isClosed = false
  const close = async (): Promise<void> => {
    if (isClosed) return
    isClosed = true
    await composed.close()
  }
  return {
    url,
    composed,
    clock,
    folder,
    logged,
    transact,
    accessRows: async (requestId) => {
      await composed.platform.ledger.settle()
      // Ids are in order of time, and a request has its id before its rows: only what is newer is searched.
      const { rows } = await sql<AccessRow>`
        select ${sql.raw(selectAccesses)} from audit.accesses as accesses
        where accesses.id >= ${requestId} and request_id = ${requestId} order by accesses.id`.execute(
        composed.platform.database.readerAcross('audit'),
      )
      return rows
    },
    close,
    stop: async () => {
      await close()
      await rm(folder, { recursive: true, force: true })
      requireDeclaredProblems()
    },
  }
}
