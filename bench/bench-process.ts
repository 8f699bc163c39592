import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** What a server of ours under measurement answers to; by name, over the channel to its parent. */
export type Calls = Record<string, (...args: never[]) => unknown>

interface Asked {
  readonly id: number
  readonly call: string
  readonly args: readonly unknown[]
}
type Told = { readonly ready: unknown } | { readonly id: number; readonly value?: unknown; readonly error?: string }

export interface BenchProcess<Ready> {
  readonly processId: number
  readonly ready: Ready
  call<T>(name: string, ...args: unknown[]): Promise<T>
  stop(): Promise<void>
}

/** Milliseconds. */
const callTakesAtMost = 600_000

/** Starts a file of `servers/` in a process of its own, so that its CPU and memory can be told from the load generator's. */
export const startBenchProcess = async <Ready>(file: string, options: object = {}): Promise<BenchProcess<Ready>> => {
  const path = fileURLToPath(new URL(`servers/${file}.ts`, import.meta.url))
  const child = fork(path, [JSON.stringify(options)], {
    execArgv: ['--expose-gc'],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const waiting = new Map<number, { resolve(value: never): void; reject(error: Error): void }>()
  let next = 0
  const ready = await new Promise<Ready>((resolve, reject) => {
    child.on('message', (told: Told) => {
      if ('ready' in told) return resolve(told.ready as Ready)
      const asker = waiting.get(told.id)
      waiting.delete(told.id)
      if (told.error === undefined) asker?.resolve(told.value as never)
      else asker?.reject(new Error(told.error))
    })
    child.once('exit', (code) => {
      const gone = new Error(`servers/${file}.ts ended with code ${code}`)
      reject(gone)
      for (const asker of waiting.values()) asker.reject(gone)
    })
  })
  return {
    processId: child.pid ?? 0,
    ready,
    call: (name, ...args) =>
      new Promise((resolve, reject) => {
        const id = next++
        const late = setTimeout(() => reject(new Error(`${name} was not answered in time`)), callTakesAtMost)
        const settled = <A>(settle: (answer: A) => void) => {
          return (answer: A): void => {
            clearTimeout(late)
            settle(answer)
          }
        }
        waiting.set(id, { resolve: settled(resolve), reject: settled(reject) })
        child.send({ id, call: name, args } satisfies Asked)
      }),
    stop: () => end(child),
  }
}

const end = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null) return
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  child.disconnect()
  const insist = setTimeout(() => child.kill('SIGKILL'), 15_000)
  await ended
  clearTimeout(insist)
}

/** The other side: begins, says that it is ready, answers calls until the parent lets go. */
export const serveBench = async <Options>(
  begin: (options: Options) => Promise<{ ready: unknown; calls?: Calls; stop: () => Promise<void> }>,
): Promise<void> => {
  const { ready, calls = {}, stop } = await begin(JSON.parse(process.argv[2] ?? '{}') as Options)
  process.on('message', ({ id, call, args }: Asked) => {
    const answer = async (): Promise<unknown> => {
      const found = calls[call]
      if (!found) throw new Error(`no call ${call}`)
      return found(...(args as never[]))
    }
    answer().then(
      (value) => process.send?.({ id, value } satisfies Told),
      (error: unknown) =>
        process.send?.({
          id,
          error: error instanceof Error ? (error.stack ?? error.message) : 'failed',
        } satisfies Told),
    )
  })
  process.once('disconnect', () => {
    // What does not end by itself must not stay behind.
    setTimeout(() => process.exit(1), 20_000).unref()
    stop().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  })
  process.send?.({ ready } satisfies Told)
}
