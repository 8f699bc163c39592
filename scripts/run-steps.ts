import { spawn } from 'node:child_process'

export interface Step {
  readonly name: string
  readonly command: string
  readonly args: readonly string[]
}

/** Runs one command with its output shown; resolves with its exit code. */
const runStep = (step: Step): Promise<number> =>
  new Promise((resolve, reject) => {
    const child = spawn(step.command, step.args, { stdio: 'inherit' })
    child.once('error', reject)
    child.once('exit', (code, signal) => resolve(code ?? (signal ? 1 : 0)))
  })

/** Runs commands one after the other; the first that fails ends the process with its code and its name. */
export const runSteps = async (steps: readonly Step[]): Promise<void> => {
  for (const step of steps) {
    const started = performance.now()
    console.log(`\n== ${step.name}`)
    const code = await runStep(step)
    if (code !== 0) {
      console.error(`\n"${step.name}" failed with exit code ${code}: ${step.command} ${step.args.join(' ')}`)
      process.exit(code)
    }
    console.log(`== ${step.name}: ${((performance.now() - started) / 1000).toFixed(1)} s`)
  }
}
