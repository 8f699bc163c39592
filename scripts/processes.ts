import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

export interface StartedProcess {
  /** Everything it has printed, for tests of what must not be printed. */
  readonly output: readonly string[]
  /** Resolves with the exit code when it has ended. */
  readonly ended: Promise<number | null>
  /** Sends SIGTERM, waits, and finally sends SIGKILL. */
  stop(): Promise<void>
  /** Ends it as a crash would (SIGKILL). */
  kill(): Promise<void>
}

/** Node's compile cache: the next process that loads the same sources starts in half the time. */
export const compiledSources = join(import.meta.dirname, '../node_modules/.cache/visitkit')

/** Starts one of our Node processes and waits until it prints that it is ready. */
export const startProcess = async (options: {
  readonly name: string
  readonly args: readonly string[]
  readonly environment: Readonly<Record<string, string>>
  /** A line that contains this means that it is ready. */
  readonly readyWhen: string
  readonly show: boolean
  readonly timeoutMs?: number
}): Promise<StartedProcess> => {
  const child = spawn(process.execPath, options.args, {
    env: { NODE_COMPILE_CACHE: compiledSources, ...process.env, ...options.environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const output: string[] = []
  const ended = once(child, 'exit').then(() => child.exitCode)
  const isOver = (): boolean => child.exitCode !== null || child.signalCode !== null
  const stop = async (): Promise<void> => {
    if (isOver()) return
    child.kill('SIGTERM')
    const killTimer = setTimeout(() => child.kill('SIGKILL'), 20_000)
    await ended
    clearTimeout(killTimer)
  }
  const kill = async (): Promise<void> => {
    if (isOver()) return
    child.kill('SIGKILL')
    await ended
  }
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error(`${options.name} was not ready in time. It said:\n${output.slice(-20).join('\n')}`)),
      options.timeoutMs ?? 60_000,
    )
    const onLine = (line: string): void => {
      output.push(line)
      if (options.show) console.log(`  ${options.name}: ${line}`)
      if (line.includes(options.readyWhen)) {
        clearTimeout(timer)
        resolve()
      }
    }
    for (const stream of [child.stdout, child.stderr]) createInterface({ input: stream }).on('line', onLine)
    child.once('exit', (code) => {
      clearTimeout(timer)
      reject(
        new Error(
          `${options.name} ended with code ${code} before it was ready. It said:\n${output.slice(-20).join('\n')}`,
        ),
      )
    })
  }).catch(async (error: unknown) => {
    await stop()
    throw error
  })
  return { output, ended, stop, kill }
}
