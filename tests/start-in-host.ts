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

const ask = async (child: ChildProcess, part: HostedPart, request: HostRequest): Promise<void> => {
  child.channel?.ref()
  const answers = new AbortController()
  try {
    await new Promise<void>((resolve, reject) => {
      const { signal } = answers
      const onMessage = (answer: HostAnswer): void => {
        if (answer.part !== part) return
        if (answer.fault === undefined) resolve()
        else reject(new Error(`The ${part} of the demo: ${answer.fault}\n${output.slice(-20).join('\n')}`))
      }
      child.on('message', onMessage)
      signal.addEventListener('abort', () => child.off('message', onMessage))
      const onEnd = (): void => reject(new Error(`The process of the demo ended:\n${output.slice(-20).join('\n')}`))
      child.once('exit', onEnd)
      signal.addEventListener('abort', () => child.off('exit', onEnd))
      child.send(request)
    })
  } finally {
    answers.abort()
    child.channel?.unref()
  }
}

/**
 * For `startDemo`: starts a part of the demo in one process, which stays for the demos of the files that follow. A part that does not stop
 * ends that process.
 */
export const startInHost: typeof startProcess = async ({ name, environment }) => {
  const part = name as HostedPart
  output.length = 0
  const child = (host ??= startHost())
  await ask(child, part, { start: part, environment })
  const kill = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, 'exit')
    child.kill('SIGKILL')
    await ended
  }
  const stop = async (): Promise<void> => {
    const late = setTimeout(() => void kill(), 20_000)
    await ask(child, part, { stop: part }).finally(() => clearTimeout(late))
  }
  return { output, ended: new Promise(() => undefined), stop, kill }
}
