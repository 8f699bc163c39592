import { calibrate } from './calibrate.ts'
import type { GoalRun, MeasureGoal } from './goal.ts'
import { readMachineTime, stealBetween } from './machine-time.ts'
import type { GoalMeasurement } from './write-report.ts'

/** The process of one goal: `measure-goal.ts <name> [--quick]`, started by run.ts. */
const [name = '', mode] = process.argv.slice(2)
const { measure } = (await import(`./goals/${name}.ts`)) as { measure: MeasureGoal }
// The parent has stopped waiting: exit as on a signal, so that a PostgreSQL that was started ends too.
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
const run: GoalRun = { quick: mode === '--quick', log: (line) => console.log(`  ${line}`) }
const calibrations = [await calibrate()]
const before = readMachineTime()
const findings = await measure(run)
const steal = stealBetween(before, readMachineTime())
calibrations.push(await calibrate())
const measurement: GoalMeasurement = { findings, calibrations, steal }
await new Promise<void>((resolve) => {
  if (process.send) process.send(measurement, () => resolve())
  else resolve()
})
// Connections that a library keeps open must not prevent the bench from ending.
process.exit(0)
