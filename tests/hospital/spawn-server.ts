import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { startProcess, type StartedProcess } from '../../scripts/processes.ts'
import { freePorts } from '../../scripts/free-ports.ts'

const source = resolve(import.meta.dirname, '../../packages/reference-server/src')

export interface SpawnedServer {
  readonly url: string
  readonly folder: string
  readonly databaseUrl: string
  readonly clientId: string
  readonly clientSecret: string
  /** Kills the process, as a crash would. */
  kill(): Promise<void>
  /** Starts a new process on the same data. */
  start(): Promise<void>
  /** Sends SIGTERM and waits. */
  stop(): Promise<void>
  /** Runs `visitkit-server <args>` until it exits. */
  command(args: readonly string[]): Promise<{ readonly code: number | null; readonly output: string }>
  remove(): Promise<void>
}

/** The server as a separate process, with an organization and a program that may set it up and book. */
export const spawnServer = async (
  postgresUrl: string | null,
  options: {
    readonly environment?: Readonly<Record<string, string>>
    readonly videoVendor?: 'peer' | 'daily'
    /** Permissions of the program in addition to setting up and booking. */
    readonly roles?: readonly string[]
  } = {},
): Promise<SpawnedServer> => {
  const folder = await mkdtemp(join(tmpdir(), 'visitkit-spawned-'))
  const [port = 0] = await freePorts(1)
  const url = `http://127.0.0.1:${port}`
  const databaseUrl = postgresUrl ?? `pglite:${join(folder, 'database')}`
  const [clientId, clientSecret] = [randomUUID(), randomBytes(32).toString('base64url')]
  const environment = {
    VISITKIT_PORT: String(port),
    VISITKIT_PUBLIC_URL: url,
    VISITKIT_DATA_FOLDER: folder,
    VISITKIT_DATABASE_URL: databaseUrl,
    VISITKIT_DRAIN_SECONDS: '2',
    ...options.environment,
  }
  const run = (name: string, args: readonly string[], readyWhen: string): Promise<StartedProcess> =>
    startProcess({ name, args, environment, readyWhen, show: false, timeoutMs: 120_000 })
  const commandLine = join(source, 'cli/visitkit-server.ts')

  const file = join(folder, 'organization.json')
  const organization = {
    organization: {
      name: 'Lakeside Health (sample)',
      region: 'us',
      zone: 'America/New_York',
      languages: ['en'],
      brand: { name: 'Lakeside Health', accentColor: '#0b6e6e' },
      contact: { phone: '614-555-0100', emergencyNumber: '911' },
      videoVendor: options.videoVendor ?? 'peer',
    },
    issuers: [],
    clients: [
      {
        clientId,
        name: 'Lakeside set-up',
        secret: clientSecret,
        grants: ['client_credentials'],
        roles: ['service', 'administrator', 'front-desk', ...(options.roles ?? [])],
        origins: [],
      },
    ],
  }
  await writeFile(file, JSON.stringify(organization), { mode: 0o600 })
  await (
    await run('register', [commandLine, 'organization', 'register', file], 'registered')
  ).ended

  let running: StartedProcess | null = null
  const spawned: SpawnedServer = {
    url,
    folder,
    databaseUrl,
    clientId,
    clientSecret,
    kill: async () => running?.kill(),
    start: async () => {
      running = await run('server', [join(source, 'main.ts')], '"listening"')
    },
    stop: async () => running?.stop(),
    command: async (args) => {
      // It is ready with its first line, and done when it has ended.
      const process = await run('command', [commandLine, ...args], '')
      const code = await process.ended
      return { code, output: process.output.join('\n') }
    },
    remove: async () => {
      await running?.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
  await spawned.start()
  return spawned
}
