import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Finding } from './goal.ts'

export interface MeasuredGoal {
  /** The file in `goals/`. */
  readonly name: string
  readonly findings: readonly Finding[]
  /** The machine's load average over the minute before it began. */
  readonly load: number
}

const root = join(import.meta.dirname, '..')
const recordFile = join(import.meta.dirname, 'results.json')
const reportFile = join(root, 'docs/benchmarks.md')

/** The page of the documentation, from what was measured now and, for goals that were not, what was recorded before. */
export const writeReport = async (measured: readonly MeasuredGoal[]): Promise<void> => {
  const recorded = JSON.parse(await readFile(recordFile, 'utf8').catch(() => '[]')) as MeasuredGoal[]
  const fresh = new Set(measured.map(({ name }) => name))
  const all = [...recorded.filter(({ name }) => !fresh.has(name)), ...measured].toSorted((a, b) =>
    a.name.localeCompare(b.name),
  )
  await writeFile(recordFile, `${JSON.stringify(all, null, 2)}\n`)
  await writeFile(reportFile, reportOf(all))
}

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ')

const row = (finding: Finding, load: number): string =>
  `| ${[finding.goal, finding.what, finding.gate, finding.stretch, `**${finding.measured}**`, verdictText(finding.verdict), load.toFixed(1)].map(cell).join(' | ')} |`

const verdictText = (verdict: Finding['verdict']): string => (verdict === 'missed' ? '**missed**' : verdict)

export const reportOf = (goals: readonly MeasuredGoal[]): string => {
  const findings = goals.flatMap(({ findings, load }) => findings.map((finding) => ({ finding, load })))
  const gated = findings.filter(({ finding }) => finding.verdict !== 'told')
  const met = gated.filter(({ finding }) => finding.verdict.startsWith('met')).length
  const busiest = Math.max(0, ...goals.map(({ load }) => load))
  const notes = goals.flatMap(({ findings }) => findings.map(({ goal, what, how }) => `- **${goal}, ${what}.** ${how}`))
  return `# Benchmarks

Written by \`npm run bench\`; do not edit. Goals and gates come from the project's performance study; a goal that is missed is shown as missed.

${met} of ${gated.length} gates are met. Lines marked "told" have no gate and put the line before them in perspective.

Machine: 2 cores, 24 GiB, Linux; Node ${process.version}; PostgreSQL 18 and PGlite from npm; load generator, server and database on the same two cores, loopback only.
${busiest > 2.5 ? `\n**The machine was shared while this was measured**: the last column is the load average (on 2 cores) as each goal began, up to ${busiest.toFixed(1)}. Ratios are taken of CPU time between interleaved rounds and hold up fairly well under load; latencies do not, and are worse here than on a quiet machine.\n` : '\nThe last column is the load average as each goal began.\n'}
| goal | what | gate | stretch | measured | verdict | load |
| --- | --- | --- | --- | --- | --- | --- |
${findings.map(({ finding, load }) => row(finding, load)).join('\n')}

## How each was measured

Rule for all: both sides in one run on the same machine, interleaved round by round, medians of five rounds or more unless said otherwise. CPU is the scheduler's own
count (\`/proc/<pid>/task/*/schedstat\`) of every thread of the server and of every process of PostgreSQL; the load generator does not count. What a round leaves
behind (events to deliver, audit rows to link) is waited for and counted in that round. Ratios above 1 mean that ours costs less, unless the line says otherwise.

${notes.join('\n')}
`
}
