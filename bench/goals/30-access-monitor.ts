import { createClinic } from '../../packages/reference-server/src/domains/compliance/model/monitor/create-clinic.testing.ts'
import { monitorAccesses } from '../../packages/reference-server/src/domains/compliance/model/monitor/monitor-accesses.ts'
import { loadMonitorPolicy } from '../../packages/reference-server/src/domains/compliance/packs/load-monitor-policy.ts'
import { verdictOf, type MeasureGoal } from '../goal.ts'

/** A million rows are about ninety days of six hundred members. */
export const measure: MeasureGoal = async ({ quick, log }) => {
  const policy = await loadMonitorPolicy()
  const size = quick ? { pods: 4, patients: 4_000, days: 30 } : { pods: 42, patients: 42_000, days: 90 }
  log(`generating the accesses of ${size.days} days`)
  const { accesses, facts, time } = createClinic(1, size)
  const rows = quick ? accesses : accesses.slice(0, 1_000_000)
  if (!quick && rows.length < 1_000_000) throw new Error(`Only ${rows.length} rows were generated.`)
  log(`reading ${rows.length} rows`)
  const began = performance.now()
  const { cases, explained, opened } = monitorAccesses(rows, facts, policy, time)
  const seconds = (performance.now() - began) / 1_000
  return [
    {
      goal: '30',
      what: `The access monitor over ${rows.length.toLocaleString('en-US')} rows of the ledger`,
      gate: '< 60 s',
      stretch: '-',
      measured: `${seconds.toFixed(1)} s`,
      verdict: verdictOf(seconds, { gate: 60, is: 'at most' }),
      how: `Rows and facts of a generated clinic of ${facts.members.length} members, in memory: ${facts.links.length.toLocaleString('en-US')} links explain ${((100 * explained) / opened).toFixed(1)} % of the opened records, and ${cases.length.toLocaleString('en-US')} cases are opened. One run on one thread. Reading the rows from the database is not a part of it.`,
    },
  ]
}
