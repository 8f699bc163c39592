import { verdictOf, worstOf, type Finding, type GoalRun, type MeasureGoal } from '../goal.ts'
import { startLoadTest, type LoadResult } from '../load-test.ts'
import { median, quantile } from '../statistics.ts'

/** A visit takes twenty minutes: the number of concurrent visits for each that starts in a second (Little's law). */
const visitSeconds = 1_200

interface Run {
  readonly startsPerSecond: number
  readonly seconds: number
  readonly what: string
  /** Reported in addition, without a gate. */
  readonly isContext?: true
}

const runs: readonly Run[] = [
  { startsPerSecond: 0.84, seconds: 60, what: '1,000 concurrent visits on the embedded database', isContext: true },
  { startsPerSecond: 2.1, seconds: 30, what: '2,500 concurrent visits on the embedded database', isContext: true },
  { startsPerSecond: 8.4, seconds: 60, what: '10,000 concurrent visits on the embedded database' },
]
/** Visits that are not counted. */
const warmUp = 12

/**
 * `npm start` as it is: PGlite on disk with its audit journal, one process, the whole pipeline of a visit, arrivals that do not wait for
 * other visits.
 */
export const measure: MeasureGoal = async (run) => {
  const counts = runs.map(({ startsPerSecond, seconds }) => Math.ceil(startsPerSecond * (run.quick ? 4 : seconds)))
  const total = counts.reduce((sum, count) => sum + count, warmUp)
  run.log(`registering ${total} patients and practitioners`)
  const loadTest = await startLoadTest({ database: 'pglite', visits: total })
  try {
    await loadTest.load(warmUp, 1)
    const findings: Finding[] = []
    for (const [index, each] of runs.entries()) {
      const count = counts[index] ?? 0
      run.log(`${count} visits, ${each.startsPerSecond} a second`)
      findings.push(judge(await loadTest.load(count, each.startsPerSecond), each, run))
    }
    // The gate first, as in the list of goals.
    return findings.toReversed()
  } finally {
    await loadTest.stop()
  }
}

const judge = (result: LoadResult, { startsPerSecond, what, isContext }: Run, run: GoalRun): Finding => {
  const { visits, failures, sorted, seconds, cpu, differences, auditRows } = result
  for (const line of new Set([...failures, ...differences])) run.log(line)
  const p99 = quantile(sorted, 0.99)
  const verdict = worstOf([
    verdictOf(p99, { gate: 50, stretch: 50, is: 'at most' }),
    verdictOf(failures.length + differences.length, { gate: 0, stretch: 0, is: 'at most' }),
  ])
  const posted = visits.map(({ postedAfter }) => postedAfter)
  return {
    goal: '2',
    what,
    gate: isContext
      ? '-'
      : 'p99 <= 50 ms; 0 errors; every visit ends in a posted claim; audit rows exactly as predicted',
    stretch: isContext ? '-' : '25,000',
    measured: [
      `p50 ${quantile(sorted, 0.5).toFixed(1)}, p99 ${p99.toFixed(1)}, p99.9 ${quantile(sorted, 0.999).toFixed(1)} ms`,
      `${failures.length} errors`,
      `${visits.length} visits to a posted claim (median ${(median(posted) / 1_000).toFixed(1)} s after the call), ${sorted.length} requests in ${seconds.toFixed(0)} s, ${(cpu / 1_000 / Math.max(1, visits.length)).toFixed(0)} ms CPU a visit`,
      `${auditRows} audit rows ${differences.length === 0 && failures.length === 0 ? 'as predicted' : 'NOT as predicted'}`,
    ].join('; '),
    verdict: isContext ? 'no gate' : verdict === 'missed' ? 'missed' : 'met',
    how: `${startsPerSecond} visits start each second, regardless of the server's speed (${startsPerSecond} x ${visitSeconds} s = ${Math.round((startsPerSecond * visitSeconds) / 100) * 100} in progress). ${pipelineDescription(visits.length === 0 ? 0 : sorted.length / visits.length)} The real server with PGlite on disk, its audit journal and its reactions, one process. The visits do not last 20 minutes, and no live sockets are open.`,
    known:
      'A visit takes about 520 statements and 56 transactions, and the embedded engine has one connection. Measured on an idle machine, transactions alone occupy it for about 150 ms a visit until their commits are sent, so that it handles six visits a second at most, and fewer while the server’s thread is busy and responses wait there. Above that, requests queue. They go before background work, of which one task runs at a time. The next step is shorter transactions (fewer statements that need the previous response).',
  }
}

/** What every visit of the simulator does. `requests`: on average. */
export const pipelineDescription = (requests: number): string =>
  `Each visit sends ${Math.round(requests)} requests with think times shortened to 0.1 to 0.3 s: slots, hold, booking, consent, intake, check-in, device check, queue position, queue, admission, both seats, chart reads, end; note opened, saved twice and signed; allergies recorded, drug searched, checked, prescribed and signed; test searched and ordered, its result read, reviewed and released; claim captured and submitted; summary and statement read. Pharmacy (SCRIPT over HTTP), laboratory (HL7 over MLLP), clearinghouse (837P; 999, 277CA and 835 from its mailbox), payments, mail and text messages are simulated partners in another process; they respond within seconds and their CPU is not counted. A visit counts when its prescription is dispensed, its result is final, its claim is paid and the patient's statement agrees to the cent. Audit rows are predicted from the contract and each response and counted by SQL, operation by operation, with one row for each message to a partner; accounts are the sums of their entries.`
