import { calibrate } from '../calibrate.ts'
import { canCountStatements, openDatabaseMeter } from '../database-work.ts'
import type { MeasureGoal } from '../goal.ts'
import { manyOrganizations, startLoadTest } from '../load-test.ts'
import { faultsOf, measureLoad, type MeasuredLoad } from '../measured-load.ts'
import { startBenchPostgres } from '../postgres.ts'
import { quantile } from '../statistics.ts'
import { judgeVisitCosts } from '../visit-cost-findings.ts'
import { fullWarmUp, quickWarmUp } from '../warm-up.ts'

/** Starts per second, and for how long. The work that they leave is counted, however long it takes. */
const rates = [
  { startsPerSecond: 2.1, seconds: 30 },
  { startsPerSecond: 5, seconds: 30 },
  { startsPerSecond: 8.4, seconds: 30 },
  { startsPerSecond: 12, seconds: 30 },
  { startsPerSecond: 20, seconds: 30 },
  { startsPerSecond: 42, seconds: 30 },
] as const
const quickRates = [
  { startsPerSecond: 2.1, seconds: 2 },
  { startsPerSecond: 8.4, seconds: 2 },
] as const
/** Above this delay a rate was not sustained, and the next higher one is not tried. Milliseconds. */
const maxLatencyMs = 500
/**
 * Visits whose statements are counted, which costs too much CPU to be done while CPU is measured. They start over 30 seconds, as those of a
 * rate: their partners respond for as long again, and what the server sends without visits in this time counts too.
 */
const counted = { visits: 240, startsPerSecond: 8 }

const isSustained = (load: MeasuredLoad): boolean =>
  faultsOf(load).length === 0 && quantile(load.result.sorted, 0.99) <= maxLatencyMs

/** What a visit costs on PostgreSQL, at rates up to what the machine sustains. */
export const measure: MeasureGoal = async (run) => {
  const planned = (run.quick ? quickRates : rates).map(({ startsPerSecond, seconds }) => ({
    startsPerSecond,
    count: Math.ceil(startsPerSecond * seconds),
  }))
  const rule = run.quick ? quickWarmUp : fullWarmUp
  const countedVisits = run.quick ? 8 : counted.visits
  const organizations = run.quick ? 4 : manyOrganizations
  const visits = planned.reduce((sum, { count }) => sum + count, rule.atMost + countedVisits)
  const postgres = await startBenchPostgres(canCountStatements)
  try {
    const database = await postgres.createDatabase()
    run.log(`registering ${visits} patients and practitioners in ${organizations} organizations`)
    const loadTest = await startLoadTest({ database, databaseProcess: postgres.processId, visits, organizations })
    const meter = await openDatabaseMeter(database)
    const calibration = run.quick ? await calibrate() : undefined
    const measureAt = async (count: number, startsPerSecond: number): Promise<MeasuredLoad> => {
      run.log(`${count} visits, ${startsPerSecond} a second`)
      const load = await measureLoad(loadTest, { count, startsPerSecond, meter, ...(calibration && { calibration }) })
      for (const line of new Set(faultsOf(load))) run.log(line)
      return load
    }
    try {
      await loadTest.warmUp(rule, run.log)
      const idleMicroseconds = await loadTest.idle(run.quick ? 1 : 10)
      const loads: MeasuredLoad[] = []
      for (const { count, startsPerSecond } of planned) {
        const load = await measureAt(count, startsPerSecond)
        loads.push(load)
        // A short run tries everything: its numbers mean little.
        if (!isSustained(load) && !run.quick) break
      }
      await meter.countStatements(true)
      const statements = await measureAt(countedVisits, counted.startsPerSecond)
      return judgeVisitCosts({ loads, statements, idleMicroseconds, organizations })
    } finally {
      await meter.stop()
      await loadTest.stop()
    }
  } finally {
    await postgres.stop()
  }
}
