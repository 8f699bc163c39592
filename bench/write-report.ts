import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describeValues, standardRequest, type Calibration } from './calibration.ts'
import type { Finding } from './goal.ts'
import { describeOperationCosts } from './operation-costs-record.ts'

/** What the process of a goal sends. */
export interface GoalMeasurement {
  readonly findings: readonly Finding[]
  /** Before and after the goal; absent for goals that were recorded without. */
  readonly calibrations?: readonly Calibration[]
  /** Percent of the machine's time during the goal that the host gave to other machines. */
  readonly steal?: number
}

export interface MeasuredGoal extends GoalMeasurement {
  /** The file in `goals/`. */
  readonly name: string
  /** The machine's load average over the minute before the start and over its last minute. The bench itself causes about 1.5. */
  readonly load: { readonly before: number; readonly after: number }
}

const root = join(import.meta.dirname, '..')
const recordFile = join(import.meta.dirname, 'results.json')
const reportFile = join(root, 'docs/benchmarks.md')

/** Writes the page from the new measurements and, for goals that were not measured, from the recorded ones. */
export const writeReport = async (measured: readonly MeasuredGoal[]): Promise<void> => {
  const recorded = JSON.parse(await readFile(recordFile, 'utf8').catch(() => '[]')) as MeasuredGoal[]
  const fresh = new Set(measured.map(({ name }) => name))
  const all = [...recorded.filter(({ name }) => !fresh.has(name)), ...measured].toSorted((a, b) =>
    a.name.localeCompare(b.name),
  )
  await writeFile(recordFile, `${JSON.stringify(all, null, 2)}\n`)
  await writeFile(reportFile, reportOf(all, await describeOperationCosts()))
}

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ')

const row = (finding: Finding, { load: { before, after }, steal, calibrations = [] }: MeasuredGoal): string => {
  const { goal, what, gate, stretch, measured, verdict } = finding
  const shown = verdict === 'missed' ? '**missed**' : verdict
  const load = `${before.toFixed(1)} to ${after.toFixed(1)}`
  const request = calibrations.length === 0 ? '-' : describeValues(calibrations.map(({ request }) => request))
  const hash = calibrations.length === 0 ? '-' : describeValues(calibrations.map(({ hash }) => hash))
  const stolen = steal === undefined ? '-' : `${steal.toFixed(1)} %`
  return `| ${[goal, what, gate, stretch, `**${measured}**`, shown, request, hash, stolen, load].map(cell).join(' | ')} |`
}

/** Texts with the findings that they belong to, each text once. */
const notes = (findings: readonly Finding[], textOf: (finding: Finding) => string | undefined): string => {
  const byText = Map.groupBy(
    findings.filter((finding) => textOf(finding) !== undefined),
    textOf,
  )
  return [...byText]
    .map(([text, those]) => `- **${those[0]?.goal}: ${those.map(({ what }) => what).join('; ')}.** ${text}`)
    .join('\n')
}

/** Other processes used the two cores at the same time. */
const isBusy = ({ load: { before, after } }: MeasuredGoal): boolean => before > 2.5 || after > 4

export const reportOf = (goals: readonly MeasuredGoal[], operationCosts = ''): string => {
  const findings = goals.flatMap((goal) => goal.findings.map((finding) => ({ finding, goal })))
  const all = findings.map(({ finding }) => finding)
  const gated = all.filter(({ verdict }) => verdict !== 'no gate')
  const met = gated.filter(({ verdict }) => verdict.startsWith('met')).length
  const busy = goals.filter(isBusy).length
  const machine = busy
    ? `**The machine was shared while ${busy} of ${goals.length} goals were measured**: the last column is the load average on the 2 cores before and at the end of each, of which the bench itself makes about 1.5. Ratios are of CPU time between interleaved rounds and depend little on other work; latencies and rates do, and are worse here than on an idle machine.`
    : 'The last column is the load average before and at the end of each goal; the bench itself makes about 1.5.'
  return `# Benchmarks

Written by \`npm run bench\`; do not edit. Goals and gates come from the project's performance study; a goal that is missed is shown as missed.

${met} of ${gated.length} gates are met. Rows with the verdict "no gate" explain the row before them.

Machine: 2 cores, 24 GiB, Linux; Node ${process.version}; PostgreSQL 18 and PGlite from npm; load generator, server and database on the same two cores, loopback only.

${machine}

A raw request is CPU of a bare \`node:http\` server for one request, SHA-256 is of 64 bytes; both before and after the goal, and a range if they differ by more than a tenth. **Standard milliseconds** are CPU scaled so that the raw request costs ${standardRequest} µs: they can be compared between machines. Steal is the share of the machine's time that its host gave to others.

| goal | what | gate | stretch | measured | verdict | raw request | SHA-256 | steal | load |
| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
${findings.map(({ finding, goal }) => row(finding, goal)).join('\n')}

${operationCosts}
## Why goals are missed

${notes(
  all.filter(({ verdict }) => verdict === 'missed'),
  ({ known }) => known,
)}

## How each was measured

Rule for all: both sides in one run on the same machine, interleaved round by round, medians of five rounds unless said otherwise. CPU is the scheduler's own
count (\`/proc/<pid>/task/*/schedstat\`) of every thread of the server and of every process of PostgreSQL; the load generator does not count. The background
work of a round (events to deliver, audit rows to link) is awaited and counted in that round. Ratios above 1 mean that ours costs less, unless the row says otherwise.

${notes(all, ({ how }) => how)}
`
}
