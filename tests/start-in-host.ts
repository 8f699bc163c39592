import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { compiledSources, type startProcess } from '../scripts/processes.ts'
import type { HostAnswer, HostedPart, HostRequest } from './demo-host.ts'

let host: ChildProcess | null = null
const output: string[] = []

const startHost = (): ChildProcess => {
  const child = fork(join(import.meta.dirname, 'demo-host.ts'), {
    env: { NODE_COMPILE_CACHE: compiledSources, ...process.env },
    execArgv: [],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  for (const stream of [child.stdout, child.stderr])
    if (stream) createInterface({ input: stream }).on('line', (line) => output.push(line))
  child.once('exit', () => {
    if (host === child) host = null
  })
  // It ends with this process.
  child.unref()
  child.channel?.unref()
  return child
}

/** One request at a time: `startDemo` starts and stops one part after the other. */
const ask = async (child: ChildProcess, request: HostRequest): Promise<void> => {
  const listening = new AbortController()
  const { signal } = listening
  child.channel?.ref()
  const answer = once(child, 'message', { signal }).then(([{ fault }]) => (fault as HostAnswer['fault']) ?? null)
  const end = once(child, 'exit', { signal }).then(() => 'the process ended')
  child.send(request)
  const fault = await Promise.race([answer, end]).finally(() => listening.abort())
  child.channel?.unref()
  if (fault !== null) throw new Error(`The demo: ${fault}\n${output.slice(-20).join('\n')}`)
}

/**
 * For `startDemo`: starts a part of the demo in one process, which stays for the demos of the files that follow. A part that does not stop
 * ends that process.
 */
export const startInHost: typeof startProcess = async ({ name, environment }) => {
  const part = name as HostedPart
  const child = (host ??= startHost())
  await ask(child, { start: part, environment })
  const isOver = (): boolean => child.exitCode !== null || child.signalCode !== null
  const kill = async (): Promise<void> => {
    if (isOver()) return
    const ended = once(child, 'exit')
    child.kill('SIGKILL')
    await ended
  }
  const stop = async (): Promise<void> => {
    if (isOver()) return
    const late = setTimeout(() => void kill(), 20_000)
    await ask(child, { stop: part }).finally(() => clearTimeout(late))
  }
  return { output, ended: new Promise(() => undefined), stop, kill }
}
