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

/** Runs commands one after the other; those in a list run in parallel. The first failure ends the process with its exit code and name. */
export const runSteps = async (steps: readonly (Step | readonly Step[])[]): Promise<void> => {
  for (const step of steps) await ('name' in step ? runSequentially(step) : Promise.all(step.map(runInParallel)))
}

const runSequentially = async (step: Step): Promise<void> => {
  const started = performance.now()
  console.log(`\n== ${step.name}`)
  const { code } = await runStep(step, 'inherit')
  finish(step, code, started)
}

/** The output is printed in one block below the name. */
const runInParallel = async (step: Step): Promise<void> => {
  const started = performance.now()
  const { code, output } = await runStep(step, ['ignore', 'pipe', 'pipe'])
  console.log(`\n== ${step.name}`)
  process.stdout.write(output)
  finish(step, code, started)
}

const finish = (step: Step, code: number, started: number): void => {
  if (code !== 0) {
    console.error(`\n"${step.name}" failed with exit code ${code}: ${step.command} ${step.args.join(' ')}`)
    process.exit(code)
  }
  console.log(`== ${step.name}: ${((performance.now() - started) / 1000).toFixed(1)} s`)
}
