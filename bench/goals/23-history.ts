import { setTimeout as wait } from 'node:timers/promises'
import { countBlocks, countsBlocks, type CountBlocks } from '../blocks-touched.ts'
import { micros, times, verdictOf, type Finding, type GoalRun, type MeasureGoal } from '../goal.ts'
import { compare, type Measurement } from '../harness.ts'
import { HttpConnection, requestBytes } from '../http-client.ts'
import { startLoadTest, type LoadTest } from '../load-test.ts'
import { startBenchPostgres } from '../postgres.ts'
import type { HospitalPerson } from '../servers/hospital-people.ts'
import { fullWarmUp, quickWarmUp } from '../warm-up.ts'

/** Visits of history. With `BENCH_HISTORY=100000` a run continues to a hundred thousand. */
const sizes = [100, 1_000, 10_000, 100_000]
const upTo = Number(process.env['BENCH_HISTORY'] ?? 10_000)
/** The history belongs to so few patients and practitioners that their own lists are a full page at every size. */
const peopleWithHistory = 5
const page = '?limit=20'
const visitsMeasured = 12
const gate = 1.25
/** An index grows by a level, and 20 rows are in a block each: this many more, at any size. */
const moreBlocks = 40

/** Whether anything costs more when an organization has had more visits. */
export const measure: MeasureGoal = async (run) => {
  const wanted = run.quick ? sizes.slice(0, 2) : sizes.filter((size) => size <= upTo)
  const rule = run.quick ? quickWarmUp : fullWarmUp
  const postgres = await startBenchPostgres([countsBlocks])
  const loadTest = await startLoadTest({
    database: postgres.url,
    databaseProcess: postgres.processId,
    visits: 1 + peopleWithHistory + rule.atMost + wanted.length * visitsMeasured,
  }).catch(async (error: unknown) => {
    await postgres.stop()
    throw error
  })
  const { blocksOf, stop: stopCounting } = await countBlocks(postgres.url)
  try {
    const { server } = loadTest
    const [template, ...others] = server.ready.patients
    const holders = others.slice(-peopleWithHistory).map(({ id }) => id)
    const treating = server.ready.practitioners.slice(-peopleWithHistory).map(({ id }) => id)
    const copied = await loadTest.load(1, 1)
    const patientId = template?.id ?? ''
    if (copied.failures.length > 0) throw new Error(copied.failures[0])
    await loadTest.warmUp(rule, run.log)
    const rounds: Round[] = []
    for (const [index, size] of wanted.entries()) {
      run.log(`${size} visits`)
      await server.call('growHistory', {
        databaseUrl: postgres.url,
        template: { patientId, practitionerId: server.ready.practitioners[0]?.id ?? '' },
        patients: holders,
        practitioners: treating,
        from: wanted[index - 1] ?? 0,
        to: size,
      })
      const about = { patientId: holders[0] ?? '', practitionerId: treating[0] ?? '' }
      rounds.push(await measureAt(loadTest, size, about, [server.processId, postgres.processId], blocksOf, run))
    }
    return findings(rounds)
  } finally {
    await stopCounting()
    await loadTest.stop()
    await postgres.stop()
  }
}

interface Round {
  readonly size: number
  readonly lists: Readonly<Record<string, Measurement>>
  readonly blocks: Readonly<Record<string, number>>
  /** CPU of a whole visit in milliseconds; failures and differences must be empty. */
  readonly visit: number
  readonly faults: readonly string[]
}

const measureAt = async (
  loadTest: LoadTest,
  size: number,
  { patientId, practitionerId }: { readonly patientId: string; readonly practitionerId: string },
  processes: readonly number[],
  blocksOf: CountBlocks,
  run: GoalRun,
): Promise<Round> => {
  const { server } = loadTest
  const [patient] = await server.call<HospitalPerson[]>('signIn', 'patient', [patientId])
  const [practitioner] = await server.call<HospitalPerson[]>('signIn', 'practitioner', [practitionerId])
  const [biller] = await server.call<HospitalPerson[]>('signIn', 'biller', [server.ready.billers[0]?.id])
  if (!patient || !practitioner || !biller) throw new Error('nobody to ask')
  const connection = await HttpConnection.open(server.ready.url)
  const of = `/v1/patients/${patientId}`
  const reads: Readonly<Record<string, readonly [who: HospitalPerson, path: string]>> = {
    'claims of a state': [biller, `/v1/claims${page}&state=paid`],
    'all claims': [biller, `/v1/claims${page}`],
    'counts of claims': [biller, '/v1/claim-counts'],
    remittances: [biller, `/v1/remittances${page}`],
    statement: [patient, `${of}/statement${page}`],
    'own appointments': [patient, `/v1/appointments${page}&patientId=${patientId}`],
    summaries: [patient, `${of}/summaries${page}`],
    'who saw my record': [patient, `${of}/accesses${page}`],
    'appointments of a practitioner': [practitioner, `/v1/appointments${page}&practitionerId=${practitioner.id}`],
    queue: [practitioner, `/v1/practitioners/${practitioner.id}/queue`],
    'notes of a patient': [practitioner, `${of}/notes${page}`],
    'notes that wait': [practitioner, `/v1/notes${page}`],
    prescriptions: [practitioner, `${of}/prescriptions${page}`],
    'active prescriptions': [practitioner, `${of}/prescriptions${page}&active=true`],
    'orders of a patient': [practitioner, `${of}/lab-orders${page}`],
    'results of a patient': [practitioner, `${of}/lab-results${page}`],
    'results that wait': [practitioner, `/v1/lab-results${page}`],
    tasks: [practitioner, `/v1/tasks${page}`],
  }
  const candidates: Record<string, { readonly run: () => Promise<void> }> = Object.fromEntries(
    Object.entries(reads).map(([name, [who, path]]) => {
      const request = requestBytes({ method: 'GET', path, token: who.token })
      return [
        name,
        {
          run: async () => {
            const answer = await connection.send(request)
            if (answer.status !== 200)
              throw new Error(`${name} was answered with ${answer.status}: ${answer.body.toString().slice(0, 200)}`)
          },
        },
      ]
    }),
  )
  try {
    const lists = await compare(candidates, {
      concurrency: 1,
      repeats: run.quick ? 1 : 3,
      milliseconds: 300,
      processes: () => processes,
      countsThisProcess: false,
    })
    const blocks: Record<string, number> = {}
    for (const [name, candidate] of Object.entries(candidates)) blocks[name] = await blocksOf(candidate.run)
    await wait(2_000)
    const { cpu, visits, failures, differences } = await loadTest.load(visitsMeasured, 1)
    for (const line of new Set([...failures, ...differences])) run.log(line)
    return { size, lists, blocks, visit: cpu / 1_000 / visits.length, faults: [...failures, ...differences] }
  } finally {
    connection.close()
  }
}

const findings = (rounds: readonly Round[]): Finding[] => {
  const [first, last] = [rounds[0], rounds.at(-1)]
  if (!first || !last) throw new Error('nothing was measured')
  const growth = Object.keys(first.lists)
    .map((name) => ({
      name,
      from: first.lists[name]?.cpuMicroseconds ?? Number.NaN,
      to: last.lists[name]?.cpuMicroseconds ?? Number.NaN,
    }))
    .map((each) => ({ ...each, ratio: each.to / each.from }))
    .toSorted((a, b) => b.ratio - a.ratio)
  const worst = growth[0]?.ratio ?? Number.NaN
  const touched = Object.keys(first.blocks)
    .map((name) => ({ name, from: first.blocks[name] ?? Number.NaN, to: last.blocks[name] ?? Number.NaN }))
    .toSorted((a, b) => b.to - b.from - (a.to - a.from))
  const mostMore = touched[0] ? touched[0].to - touched[0].from : Number.NaN
  const visit = last.visit / first.visit
  const faults = rounds.flatMap((each) => each.faults)
  const grown = `${last.size.toLocaleString('en')} visits of history`
  return [
    {
      goal: 'history',
      what: `Blocks of the database that a page of any list touches with ${grown}, against ${first.size}`,
      gate: `at most ${moreBlocks} more for every list`,
      stretch: '-',
      measured: touched.map(({ name, from, to }) => `${name} ${to.toFixed(0)} (${from.toFixed(0)})`).join('; '),
      verdict: verdictOf(mostMore, { gate: moreBlocks, is: 'at most' }),
      how: 'The same pages. PostgreSQL counts the blocks of 8 KB that each statement of a page touches (pg_stat_statements), which does not depend on other work on the machine; the insert of the audit row is omitted. With few visits a table is a few blocks; with many, an index is two or three levels high and each of twenty rows is in its own block: the growth is limited to that.',
      known: 'A list that touches more blocks reads rows that it does not show.',
    },
    {
      goal: 'history',
      what: `A page of any list with ${grown}, against ${first.size} (lower is better)`,
      gate: `<= ${gate}x for every list`,
      stretch: '-',
      measured: growth
        .map(({ name, from, to, ratio }) => `${name} ${times(ratio)} (${micros(to)} against ${micros(from)})`)
        .join('; '),
      verdict: verdictOf(worst, { gate, is: 'at most' }),
      how: `Pages of 20 on PostgreSQL, one after the other, CPU of server and database, medians of three rounds. The history is one finished visit of the simulator copied with new ids, earlier times and PHI encrypted again for each row (${rounds.map(({ size }) => size.toLocaleString('en')).join(', ')} visits), of ${peopleWithHistory} patients with ${peopleWithHistory} practitioners, whose own lists fill a page from the first size on. The sizes are measured one after the other, not interleaved. The audit ledger, outbox and sessions are not copied.`,
      known:
        'The lists with the highest ratio come first; the cheapest ones vary the most. The row above counts exactly what PostgreSQL touches. Within one size, rounds differ by up to a third on a shared machine.',
    },
    {
      goal: 'history',
      what: `A whole visit with ${grown}, against ${first.size} (lower is better)`,
      gate: `<= ${gate}x; 0 errors; every visit ends in a posted claim`,
      stretch: '-',
      measured: `${times(visit)} (${rounds.map(({ size, visit: cpu }) => `${size.toLocaleString('en')}: ${cpu.toFixed(0)} ms`).join(', ')}); ${faults.length} errors or differences`,
      verdict: faults.length > 0 ? 'missed' : verdictOf(visit, { gate, is: 'at most' }),
      how: `The simulator, ${visitsMeasured} visits at one a second, at each size of the run above. Background work of the server is included.`,
    },
  ]
}
