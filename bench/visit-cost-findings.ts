import type { DatabaseWork } from './database-work.ts'
import { times, verdictOf, worstOf, type Finding } from './goal.ts'
import {
  concurrentAt,
  costOfOthers,
  costOfVisit,
  describeCost,
  describeLatency,
  describeOthers,
  faultsOf,
  type MeasuredLoad,
} from './measured-load.ts'
import { pipelineDescription } from './pipeline-description.ts'
import { quantile } from './statistics.ts'

export interface VisitCosts {
  /** At increasing rates; the last one may not be sustained. */
  readonly loads: readonly MeasuredLoad[]
  /** Visits whose statements were counted. */
  readonly statements: MeasuredLoad
  /** CPU of server and database for a second without requests. */
  readonly idleMicroseconds: number
  readonly organizations: number
}

/** The rate at which a visit's cost is judged. */
const referenceRate = 8.4
/** Milliseconds. */
const maxLatencyMs = 100

const isHeld = (load: MeasuredLoad): boolean =>
  faultsOf(load).length === 0 && quantile(load.result.sorted, 0.99) <= maxLatencyMs

export const judgeVisitCosts = (costs: VisitCosts): readonly Finding[] => {
  const reference = costs.loads.find(({ startsPerSecond }) => startsPerSecond === referenceRate) ?? costs.loads.at(-1)
  if (!reference) throw new Error('nothing was measured')
  return [
    cpu(reference, costs),
    statementsOf(costs.statements),
    storageOf(reference),
    held(costs.loads),
    growth(costs),
    others(reference),
    ...costs.loads.map(step),
  ]
}

const cpu = (load: MeasuredLoad, { idleMicroseconds, organizations }: VisitCosts): Finding => {
  const { databaseCpu, visits } = load.result
  return {
    goal: '3',
    what: `CPU of a whole warm visit on PostgreSQL at ${load.startsPerSecond} starts/s, ${organizations} organizations`,
    gate: '<= 55 standard ms',
    stretch: '33',
    measured: `${describeCost(load)}, of which the database ${(databaseCpu / 1_000 / Math.max(1, visits.length)).toFixed(0)} ms; without any requests server and database use ${(idleMicroseconds / 1_000).toFixed(0)} ms each second`,
    verdict:
      faultsOf(load).length > 0 ? 'missed' : verdictOf(costOfVisit(load), { gate: 55, stretch: 33, is: 'at most' }),
    how: `The simulator on PostgreSQL; server and database are counted until the background work of the visits is done. ${pipelineDescription(load.result.sorted.length / Math.max(1, load.result.visits.length))}`,
    known:
      'Profiles of 1 December 2026 (150 and 96 visits, at 5 and 6 starts/s): no function of the server takes more than 4 % by itself. Sending statements to the database is 16 % of the server, opening and sealing records 13 % (of which compressing is 5), memory 4. Of the database, a little more than half runs statements, and an eighth plans them again: nearly empty tables are analyzed each time they have grown, and each of twelve connections then plans its statements again. A database that is months old does not.',
  }
}

const perVisitOf = (load: MeasuredLoad) => {
  const { visits } = load.result
  return (value: (work: DatabaseWork) => number | null): number =>
    (load.database === null ? Number.NaN : (value(load.database) ?? Number.NaN)) / Math.max(1, visits.length)
}

const statementsOf = (load: MeasuredLoad): Finding => {
  const of = perVisitOf(load)
  const [statements, writes] = [of((work) => work.statements), of((work) => work.writes)]
  return {
    goal: '3',
    what: `Statements and commits of a visit at ${load.startsPerSecond} starts/s`,
    gate: '<= 150 and <= 20',
    stretch: '80 and 10',
    measured: `${statements.toFixed(0)} statements; ${writes.toFixed(0)} transactions that wrote (${of((work) => work.commits).toFixed(0)} COMMIT statements)`,
    verdict: worstOf([
      verdictOf(statements, { gate: 150, stretch: 80, is: 'at most' }),
      verdictOf(writes, { gate: 20, stretch: 10, is: 'at most' }),
    ]),
    how: 'Separate visits of the run above. Statements are those that clients sent, BEGIN, SET and COMMIT included, counted by pg_stat_statements. Commits are transactions with an id, so that a statement that commits itself counts too. Background work, such as the poll of every mailbox, is included.',
    known:
      'Nearly nine in ten statements read or change something, about 125 and 75 of a visit: requests, steps and reactions read what they need one thing at a time. A role is set for about 24 changes, which share a transaction with those of another role ([decision 149](decisions/0149-commits-wait-while-requests-keep-coming.md) says why it stays).',
  }
}

const kilobytes = 1_024

const storageOf = (load: MeasuredLoad): Finding => {
  const of = perVisitOf(load)
  const [tables, indexes] = [of((work) => work.tableBytes / kilobytes), of((work) => work.indexBytes / kilobytes)]
  const wal = of((work) => work.walBytes / kilobytes)
  return {
    goal: '3',
    what: 'Storage and WAL of a visit',
    gate: '<= 80 KB and <= 120 KB',
    stretch: '40 KB and 60 KB',
    measured: `${(tables + indexes).toFixed(0)} KB (tables ${tables.toFixed(0)}, indexes ${indexes.toFixed(0)}); WAL ${wal.toFixed(0)} KB`,
    verdict: worstOf([
      verdictOf(tables + indexes, { gate: 80, stretch: 40, is: 'at most' }),
      verdictOf(wal, { gate: 120, stretch: 60, is: 'at most' }),
    ]),
    how: `Growth of all tables and indexes of the database, and of the write-ahead log with its full pages, over the visits at ${load.startsPerSecond} starts/s.`,
    known:
      'Audit rows, events and stored answers are somewhat less than half of it; the rest are the records of about 45 tables and their indexes. What is left is in [decision 143](decisions/0143-events-without-names.md).',
  }
}

const held = (loads: readonly MeasuredLoad[]): Finding => {
  const best = loads.findLast(isHeld)
  const rate = best?.startsPerSecond ?? 0
  return {
    goal: '3',
    what: 'Visits that one process sustains on PostgreSQL',
    gate: '20 starts/s (24,000 concurrent), p99 <= 100 ms, 0 errors, every claim posted, audit exact',
    stretch: '42 starts/s (50,000)',
    measured: best
      ? `${rate} starts/s (${concurrentAt(rate)} concurrent): ${describeLatency(best)}`
      : `none of ${loads.map(({ startsPerSecond }) => startsPerSecond).join(', ')} starts/s`,
    verdict: verdictOf(rate, { gate: 20, stretch: 42, is: 'at least' }),
    how: 'The highest rate of the run above that met all conditions for its whole length. Load generator and partners are on the same two cores; their part is in a row below.',
    known: 'The rows below show the rates that were tried; the cost of a visit, not waiting, is the limit.',
  }
}

/** The highest rate that was sustained, with the one of which it is four times. */
const quadrupled = (loads: readonly MeasuredLoad[]): readonly [low: MeasuredLoad, high: MeasuredLoad] | null => {
  for (const high of loads.filter((each) => faultsOf(each).length === 0).toReversed()) {
    const low = loads.find(({ startsPerSecond }) => startsPerSecond * 4 === high.startsPerSecond)
    if (low) return [low, high]
  }
  return null
}

const growth = ({ loads, idleMicroseconds }: VisitCosts): Finding => {
  const pair = quadrupled(loads)
  const ratio = pair ? costOfVisit(pair[1]) / costOfVisit(pair[0]) : Number.NaN
  return {
    goal: '3',
    what: 'Cost of a visit at four times the rate',
    gate: '<= 0.95x',
    stretch: '0.75x',
    measured: pair
      ? `${times(ratio)} at ${pair[1].startsPerSecond}/s of that at ${pair[0].startsPerSecond}/s; ${times(busyCost(pair[1], idleMicroseconds) / busyCost(pair[0], idleMicroseconds))} without what an idle server uses in the same time`
      : 'no rate and its quarter were both sustained',
    verdict: verdictOf(ratio, { gate: 0.95, stretch: 0.75, is: 'at most' }),
    how: 'Standard milliseconds of the two rates, so that a change of the machine between them does not count.',
  }
}

/** Milliseconds. An idle server's jobs run anyway; at a low rate they are a large part of each visit. */
const busyCost = (load: MeasuredLoad, idleMicroseconds: number): number => {
  const { cpu: total, seconds, visits } = load.result
  const share = (total - idleMicroseconds * seconds) / total
  return visits.length === 0 ? Number.NaN : costOfVisit(load) * share
}

const others = (load: MeasuredLoad): Finding => {
  const { generator, partners } = costOfOthers(load)
  return {
    goal: '3',
    what: 'CPU of the load generator and of the simulated partners for a visit',
    gate: '<= 3 standard ms each',
    stretch: '-',
    measured: describeOthers(load),
    verdict: worstOf([generator, partners].map((cost) => verdictOf(cost, { gate: 3, is: 'at most' }))),
    how: `At ${load.startsPerSecond} starts/s. It is not part of a visit's cost, but it is what the server does not have of the two cores.`,
    known:
      'Of the partners, the XML of the pharmacy network is about a third; the rest is spread over HTTP, X12 and HL7. A request costs the generator two wake-ups, which become cheaper only at higher rates.',
  }
}

const step = (load: MeasuredLoad): Finding => {
  const { startsPerSecond, result } = load
  const { visits, failures, differences } = result
  return {
    goal: '3',
    what: `A visit at ${startsPerSecond} starts/s (${concurrentAt(startsPerSecond)} concurrent) on PostgreSQL`,
    gate: '-',
    stretch: '-',
    measured: `${describeCost(load)}; ${describeOthers(load)}; ${describeLatency(load)}; ${visits.length} visits to a posted claim, ${failures.length} errors, ${differences.length} differences; steal ${load.steal.toFixed(1)} %`,
    verdict: 'no gate',
    how: 'One step of the run above.',
  }
}
