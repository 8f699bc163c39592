import { fork } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { describeValues } from './calibration.ts'
import { writeReport, type GoalMeasurement, type MeasuredGoal } from './write-report.ts'

/**
 * Measures the goals of the project and writes docs/benchmarks.md.
 *
 *     npm run bench                                all goals
 *     npm run bench -- --only slot-search          those whose file's name holds this; the report is not written
 *     npm run bench -- --quick                     short rounds, to see that everything runs; the report is not written
 *     npm run bench -- --minutes 60                the most that one goal may take; BENCH_HISTORY=100000 needs it
 *     npm run bench -- --write                     writes the report in any case: goals that were not run keep their lines
 */
const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    minutes: { type: 'string', default: '15' },
    quick: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
  },
})

const names = readdirSync(join(import.meta.dirname, 'goals'))
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  .map((file) => file.slice(0, -'.ts'.length))
  .filter((name) => values.only === undefined || name.includes(values.only))
if (names.length === 0) {
  console.error(`No goal is called ${values.only}.`)
  process.exit(2)
}

/** Milliseconds. */
const goalTimeoutMs = Number(values.minutes) * 60_000

/** Each goal runs in a separate process: what one has warmed up or filled must not affect the next. */
const measure = (name: string): Promise<GoalMeasurement> =>
  new Promise((resolve, reject) => {
    const child = fork(join(import.meta.dirname, 'measure-goal.ts'), [name, ...(values.quick ? ['--quick'] : [])], {
      execArgv: ['--expose-gc'],
    })
    // SIGTERM and not SIGKILL: it has a PostgreSQL to stop. Its servers end with it.
    const killTimer = setTimeout(() => child.kill('SIGTERM'), goalTimeoutMs)
    let measurement: GoalMeasurement | null = null
    child.on('message', (message) => (measurement = message as GoalMeasurement))
    child.once('exit', (code) => {
      clearTimeout(killTimer)
      if (measurement === null) reject(new Error(`${name} ended with code ${code}`))
      else resolve(measurement)
    })
  })

const measured: MeasuredGoal[] = []
let failed = false
const began = performance.now()
for (const name of names) {
  console.log(`\n${name}`)
  const [before = 0] = loadavg()
  const started = performance.now()
  try {
    const measurement = await measure(name)
    const [after = 0] = loadavg()
    console.log(`  took ${Math.round((performance.now() - started) / 1_000)} s`)
    const { findings, calibrations = [], steal = 0 } = measurement
    measured.push({ name, ...measurement, load: { before, after } })
    console.log(
      `  raw request ${describeValues(calibrations.map(({ request }) => request))}, SHA-256 ${describeValues(calibrations.map(({ hash }) => hash))}, steal ${steal.toFixed(1)} %, load ${before.toFixed(1)} to ${after.toFixed(1)}`,
    )
    for (const finding of findings)
      console.log(
        `  goal ${finding.goal}: ${finding.what}\n    ${finding.measured} (gate ${finding.gate}): ${finding.verdict}`,
      )
  } catch (error) {
    failed = true
    console.error(`  ${error instanceof Error ? error.message : 'failed'}`)
  }
}
console.log(`\n${Math.round((performance.now() - began) / 1_000)} s`)
if (values.write || (values.only === undefined && !values.quick && !failed)) await writeReport(measured)
process.exitCode = failed ? 1 : 0
