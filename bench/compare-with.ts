import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { micros, times } from './goal.ts'
import { compare, cpuRatio, type Measurement } from './harness.ts'
import { bookForEachPatient, bookingsAt, readsFrom, startHospital, type Hospital } from './hospital.ts'
import { openConnections, type HttpConnection } from './http-client.ts'
import { startBenchPostgres } from './postgres.ts'

/**
 * Compares this version with another one, checked out in a folder with its packages installed: CPU of an audited read and of a booking,
 * server and database, in one run with interleaved rounds.
 *
 *     git worktree add ../before <commit> && (cd ../before && npm ci)
 *     npm run bench:compare -- ../before
 *     npm run bench:compare -- ../before --rounds 40 --seconds 2
 */
const { values, positionals } = parseArgs({
  options: {
    rounds: { type: 'string', default: '20' },
    seconds: { type: 'string', default: '1' },
    concurrency: { type: 'string', default: '8' },
  },
  allowPositionals: true,
})
const [folder] = positionals
const benchFolder = join(resolve(folder ?? '.'), 'bench')
if (folder === undefined || !existsSync(join(benchFolder, 'servers/hospital.ts'))) {
  console.error('Name the folder of the other version, as in: npm run bench:compare -- ../before')
  process.exit(2)
}
const concurrency = Number(values.concurrency)
const practitioners = 8

const postgres = await startBenchPostgres()
const hospitals: Hospital[] = []
const start = async (bench?: string): Promise<Hospital> => {
  const hospital = await startHospital({ practitioners, patients: 200 }, postgres, bench)
  hospitals.push(hospital)
  await bookForEachPatient(hospital)
  return hospital
}

const print = (what: string, { now, before }: Record<'now' | 'before', Measurement>): void => {
  const ratio = 1 / cpuRatio(now, before)
  console.log(
    `${what}: ${micros(now.cpuMicroseconds)} against ${micros(before.cpuMicroseconds)}, ${times(ratio)} of before (median of pairs)`,
  )
}

try {
  const sides = { before: await start(benchFolder), now: await start() }
  const options = {
    concurrency,
    repeats: Number(values.rounds),
    milliseconds: Number(values.seconds) * 1_000,
    processes: () => [postgres.processId, ...hospitals.map(({ process: { processId } }) => processId)],
    countsThisProcess: false,
  }
  const readFrom = async ({ url, patients, practitioners: readers, settle }: Hospital) => {
    const { run } = await readsFrom(url, concurrency, (turn) => ({
      path: `/v1/patients/${patients[turn % patients.length]?.id ?? ''}`,
      token: readers[turn % readers.length]?.token ?? '',
    }))
    return { run, settle }
  }
  print(
    'Audited read',
    await compare({ before: await readFrom(sides.before), now: await readFrom(sides.now) }, options),
  )

  const bookAt = async (hospital: Hospital) => {
    const connections = await openConnections(hospital.url, concurrency)
    // After the times of the first bookings.
    const book = bookingsAt(hospital, Math.ceil(hospital.patients.length / practitioners))
    return { run: (worker: number) => book(connections[worker] as HttpConnection), settle: hospital.settle }
  }
  print('Booking', await compare({ before: await bookAt(sides.before), now: await bookAt(sides.now) }, options))
} finally {
  for (const hospital of hospitals) await hospital.stop()
  await postgres.stop()
}
process.exit(0)
