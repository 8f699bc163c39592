import { spawn } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import type { Finding, GoalRun, MeasureGoal } from '../goal.ts'
import { startLoadTest } from '../load-test.ts'
import { startBenchPostgres } from '../postgres.ts'

const commandLine = join(import.meta.dirname, '../../packages/reference-server/src/cli/visitkit-server.ts')
/** Of one visit, as goal 3 counts them. */
const accessesOfAVisit = 59
const peopleWithHistory = 5
/** Of calls: a piece is about five seconds. Bytes. */
const recording = { pieces: 1_000, bytes: 600_000 }

/** How long the command line takes for a backup of a large database, and to restore it. With `BENCH_HISTORY=100000` a larger one. */
export const measure: MeasureGoal = async (run) => {
  const visits = run.quick ? 100 : Number(process.env['BENCH_HISTORY'] ?? 10_000)
  const postgres = await startBenchPostgres()
  const folder = await mkdtemp(join(tmpdir(), 'visitkit-bench-'))
  const loadTest = await startLoadTest({ database: postgres.url, visits: 1 + peopleWithHistory }).catch(
    async (error: unknown) => {
      await postgres.stop()
      throw error
    },
  )
  try {
    const { server } = loadTest
    const copied = await loadTest.load(1, 1)
    if (copied.failures.length > 0) throw new Error(copied.failures[0])
    run.log(`${visits} visits`)
    const holders = server.ready.patients.slice(-peopleWithHistory).map(({ id }) => id)
    await server.call('growHistory', {
      databaseUrl: postgres.url,
      template: { patientId: server.ready.patients[0]?.id, practitionerId: server.ready.practitioners[0]?.id },
      patients: holders,
      practitioners: server.ready.practitioners.slice(-peopleWithHistory).map(({ id }) => id),
      from: 0,
      to: visits,
    })
    run.log(`${visits * accessesOfAVisit} rows of the ledger`)
    await server.call('growLedger', holders, visits * accessesOfAVisit)
    const pieces = run.quick ? 20 : recording.pieces
    await server.call('growRecording', postgres.url, { patientId: holders[0], pieces, bytes: recording.bytes })
    const bytes = await sizeOf(postgres.url)
    const environment = await server.call<Record<string, string>>('environment')
    const file = join(folder, 'visits.backup')
    await commanded(['backup', 'key'], environment, run)
    const backup = await commanded(['backup', '--out', file], environment, run)
    // The keys stay where they are; everything else is new, as on another machine.
    const keys = join(environment['VISITKIT_DATA_FOLDER'] ?? '', 'keys')
    const elsewhere = {
      ...environment,
      VISITKIT_KEY_FOLDER: keys,
      VISITKIT_DATA_FOLDER: join(folder, 'restored'),
      VISITKIT_DATABASE_URL: await postgres.createDatabase(),
    }
    const key = join(keys, 'backup-key.pem')
    const restore = await commanded(['restore', file, '--key', key], elsewhere, run)
    const drill = await commanded(['backup', 'drill', file, '--key', key], environment, run)
    return findings({ visits, pieces }, { database: bytes, file: statSync(file).size }, { backup, restore, drill })
  } finally {
    await loadTest.stop()
    await postgres.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

interface Commanded {
  readonly seconds: number
  /** The most memory that its process had at a time. Bytes. */
  readonly memory: number
  readonly text: string
}

const commanded = async (
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
  run: GoalRun,
): Promise<Commanded> => {
  const began = performance.now()
  const child = spawn(process.execPath, [commandLine, ...args], { env: { ...process.env, ...environment } })
  let text = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => (text += part.toString()))
  const ended = new Promise<number | null>((resolve, reject) => child.once('exit', resolve).once('error', reject))
  let memory = 0
  while (child.exitCode === null && child.signalCode === null) {
    memory = Math.max(memory, peakOf(child.pid ?? 0))
    await Promise.race([ended, wait(100)])
  }
  const code = await ended
  if (code !== 0) throw new Error(`visitkit-server ${args[0]} ended with code ${code}: ${text}`)
  const seconds = (performance.now() - began) / 1_000
  run.log(`${text.trim().replaceAll('\n', ' ')} (${seconds.toFixed(1)} s)`)
  return { seconds, memory, text }
}

/** Resident memory at its highest so far. Bytes; 0 once the process has ended. */
const peakOf = (processId: number): number => {
  try {
    return Number(/^VmHWM:\s*(\d+) kB/m.exec(readFileSync(`/proc/${processId}/status`, 'utf8'))?.[1] ?? 0) * 1_024
  } catch {
    return 0
  }
}

const sizeOf = async (url: string): Promise<number> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<{ size: string }>('select pg_database_size(current_database()) as size')
    return Number(rows[0]?.size)
  } finally {
    await client.end()
  }
}

const megabytes = (bytes: number): string => `${Math.round(bytes / 1e6).toLocaleString('en')} MB`

const findings = (
  { visits, pieces }: { readonly visits: number; readonly pieces: number },
  size: { readonly database: number; readonly file: number },
  { backup, restore, drill }: Readonly<Record<'backup' | 'restore' | 'drill', Commanded>>,
): readonly Finding[] => {
  const ledgerRows = Number(/ledger of (\d+) rows whole/.exec(restore.text)?.[1])
  const rows = Number(/: (\d+) rows as of/.exec(restore.text)?.[1])
  const shared = { goal: 'restore', gate: '-', stretch: '-', verdict: 'no gate' } as const
  const how = `One finished visit of the simulator copied ${visits.toLocaleString('en')} times, as in "history", and ${accessesOfAVisit} rows of the ledger for each, appended, chained and signed by the server; and ${pieces.toLocaleString('en')} pieces of recordings of ${recording.bytes / 1_000} KB. \`visitkit-server\` in a process of its own, from its start to its end, beside a server that serves no one; PostgreSQL with its default settings on the same disk. A restore is into an empty database, in one transaction, with every check: each row is compared, and the ledger verified from its first row.`
  return [
    {
      ...shared,
      what: `A backup of ${visits.toLocaleString('en')} visits and ${pieces.toLocaleString('en')} pieces of recordings`,
      measured: `${backup.seconds.toFixed(1)} s; database of ${megabytes(size.database)}, file of ${megabytes(size.file)}; at most ${megabytes(backup.memory)} of memory`,
      how,
    },
    {
      ...shared,
      what: 'Its restore',
      measured: `${restore.seconds.toFixed(1)} s; ${rows.toLocaleString('en')} rows, of which ${ledgerRows.toLocaleString('en')} are chained in the ledger; at most ${megabytes(restore.memory)} of memory`,
      how: 'The run above.',
    },
    {
      ...shared,
      what: 'Its rehearsal (`backup drill`), in an embedded database',
      measured: `${drill.seconds.toFixed(1)} s; at most ${megabytes(drill.memory)} of memory`,
      how: 'The run above, with the same checks. The embedded database is part of the process.',
    },
  ]
}
