import { spawn, type StdioOptions } from 'node:child_process'

export interface Step {
  readonly name: string
  readonly command: string
  readonly args: readonly string[]
  /** Added to this process's environment. Evaluated when the step begins. */
  readonly environment?: () => Readonly<Record<string, string>>
}

/** Runs one command. Resolves with its exit code, and with its output when that was not shown immediately. */
const runStep = (step: Step, stdio: StdioOptions): Promise<{ code: number; output: string }> =>
  new Promise((resolve, reject) => {
    const child = spawn(step.command, step.args, { stdio, env: { ...process.env, ...step.environment?.() } })
    const output: Buffer[] = []
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (bytes: Buffer) => output.push(bytes))
    child.once('error', reject)
    child.once('close', (code, signal) =>
      resolve({ code: code ?? (signal ? 1 : 0), output: Buffer.concat(output).toString() }),
    )
  })

/** One step, or several one after the other. */
type Sequence = Step | readonly Step[]

interface Failure {
  readonly step: Step
  readonly code: number
  /** What it printed last, of what failed. Empty when it was shown while the step ran. */
  readonly faults: string
}

/**
 * Runs commands one after the other. The sequences of a list run in parallel, and the output of a command is printed when it has ended. A
 * failure ends this process with the exit code of the command, once all sequences of the list have run to their end, so that one run shows
 * every failure. What failed is repeated at the end, where people look first.
 */
export const runSteps = async (steps: readonly (Step | readonly Sequence[])[]): Promise<void> => {
  for (const step of steps) {
    const failures = (await Promise.all('name' in step ? [runAndShow(step)] : step.map(runThenShow))).flat()
    for (const failure of failures) await showFailure(failure)
    if (failures[0]) process.exit(failures[0].code)
  }
}

const runAndShow = async (step: Step): Promise<readonly Failure[]> => {
  const started = performance.now()
  console.log(`\n== ${step.name}`)
  const { code } = await runStep(step, 'inherit')
  if (code !== 0) return [{ step, code, faults: '' }]
  showTime(step, started)
  return []
}

const runThenShow = async (sequence: Sequence): Promise<readonly Failure[]> => {
  const failures: Failure[] = []
  for (const step of 'name' in sequence ? [sequence] : sequence) {
    const started = performance.now()
    console.log(`== ${step.name} ...`)
    const { code, output } = await runStep(step, ['ignore', 'pipe', 'pipe'])
    console.log(`\n== ${step.name}`)
    process.stdout.write(output)
    showTime(step, started)
    if (code !== 0) {
      console.log(`== ${step.name}: failed. The others run to their end.`)
      failures.push({ step, code, faults: faultsIn(output) })
    }
  }
  return failures
}

const lastLines = 100

/** From where Vitest describes what failed; of other commands, the last lines. */
const faultsIn = (output: string): string => {
  const lines = output.split('\n')
  const from = lines.findIndex((line) => /Failed (?:Tests|Suites) \d/.test(line))
  return lines.slice(from < 0 ? -lastLines : from).join('\n')
}

const showTime = (step: Step, started: number): void =>
  console.log(`== ${step.name}: ${((performance.now() - started) / 1000).toFixed(1)} s`)

/** Resolves when everything is written: a pipe takes a long output in parts, and the process ends next. */
const showFailure = ({ step, code, faults }: Failure): Promise<void> =>
  new Promise((resolve) => {
    const reason = `\n"${step.name}" failed with exit code ${code}: ${step.command} ${step.args.join(' ')}\n`
    process.stdout.write(faults && `\n== ${step.name}: what failed\n${faults}`)
    process.stderr.write(reason, () => process.stdout.write('', () => resolve()))
  })
