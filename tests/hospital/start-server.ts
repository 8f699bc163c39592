import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { composeServer, type ComposedServer } from '../../packages/reference-server/src/compose-server.ts'
import { readConfig } from '../../packages/reference-server/src/config.ts'
import { selectAccesses } from '../../packages/reference-server/src/platform/audit/access-columns.ts'
import {
  createTestClock,
  type TestClock,
} from '../../packages/reference-server/src/platform/http/tests/clock.testing.ts'
import type { Policies } from '../../packages/reference-server/src/platform/http/read-policies.ts'
import { runForOrganization } from '../../packages/reference-server/src/platform/system/run-for-organization.ts'
import { undeclaredProblems } from '../../packages/reference-server/src/platform/http/tests/undeclared-problems.ts'
import { createLogger } from '../../packages/reference-server/src/platform/logging/logger.ts'
import type { WriteContext } from '../../packages/reference-server/src/platform/contracts/context.ts'
import type { AccessRow } from '../../packages/reference-server/src/platform/contracts/ledger.ts'

export interface RunningServer {
  readonly url: string
  readonly composed: ComposedServer
  readonly clock: TestClock
  /** The server's data folder. */
  readonly folder: string
  /** Every line that it has logged. */
  readonly logged: readonly string[]
  /** Runs a transaction of one domain as the server, to prepare data. */
  transact<A>(organizationId: string, domain: string, run: (context: WriteContext) => Promise<A>): Promise<A>
  /** The ledger rows of one request. */
  accessRows(requestId: string): Promise<AccessRow[]>
  /** Stops the server and keeps its folder. */
  close(): Promise<void>
  /** Stops the server, if it still runs, and removes its folder. */
  stop(): Promise<void>
}

/** The server as deployed, with every domain, on a free port; only its clock is fixed until it is advanced. */
export const startServer = async (options: {
  /** `pglite:memory`, a PostgreSQL, or null for the embedded database in the folder. */
  readonly databaseUrl: string | null
  readonly now?: string
  /** Another process of the same deployment: its keys, its clock, and its database. */
  readonly sameDeployment?: RunningServer
  readonly environment?: Readonly<Record<string, string>>
  /** Default: false, for tests that send all requests from a few sessions while the clock is fixed. */
  readonly limitsRates?: boolean
  /** Replaces those of the release. */
  readonly policies?: Partial<Policies>
  /** Called before the server accepts requests and delivers events. */
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
  const undeclared = undeclaredProblems()
  const composed = await composeServer(config, {
    clock: clock.now,
    logger: createLogger({ level: 'debug', destination: { write: (line: string) => void logged.push(line) } }),
    limitsRates: options.limitsRates ?? false,
    ...(options.policies && { policies: options.policies }),
    onUndeclared: undeclared.note,
  })
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
    transact: (organizationId, domain, run) =>
      runForOrganization(composed.platform.unitOfWork, domain, 'test')(organizationId, clock.now(), run),
    accessRows: async (requestId) => {
      await composed.platform.ledger.settle()
      const { rows } = await sql<AccessRow>`
        select ${sql.raw(selectAccesses)} from audit.accesses as accesses
        where request_id = ${requestId} order by accesses.id`.execute(composed.platform.database.readerAcross('audit'))
      return rows
    },
    close,
    stop: async () => {
      await close()
      await rm(folder, { recursive: true, force: true })
      undeclared.requireNone()
    },
  }
}
