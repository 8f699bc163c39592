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

/**
 * Runs commands one after the other. The sequences of a list run in parallel, and the output of a command is printed when it has ended. A
 * failure ends its sequence and, when the other sequences have ended, this process with the exit code of the command.
 */
export const runSteps = async (steps: readonly (Step | readonly Sequence[])[]): Promise<void> => {
  for (const step of steps) {
    const codes = await Promise.all('name' in step ? [runAndShow(step)] : step.map(runThenShow))
    const failed = codes.find((code) => code !== 0)
    if (failed !== undefined) process.exit(failed)
  }
}

const runAndShow = async (step: Step): Promise<number> => {
  const started = performance.now()
  console.log(`\n== ${step.name}`)
  const { code } = await runStep(step, 'inherit')
  report(step, code, started)
  return code
}

const runThenShow = async (sequence: Sequence): Promise<number> => {
  for (const step of 'name' in sequence ? [sequence] : sequence) {
    const started = performance.now()
    console.log(`== ${step.name} ...`)
    const { code, output } = await runStep(step, ['ignore', 'pipe', 'pipe'])
    console.log(`\n== ${step.name}`)
    process.stdout.write(output)
    report(step, code, started)
    if (code !== 0) return code
  }
  return 0
}

const report = (step: Step, code: number, started: number): void => {
  if (code === 0) console.log(`== ${step.name}: ${((performance.now() - started) / 1000).toFixed(1)} s`)
  else console.error(`\n"${step.name}" failed with exit code ${code}: ${step.command} ${step.args.join(' ')}`)
}
