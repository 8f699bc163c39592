import { type ChildProcess, fork } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** The calls that a measured process handles, by name, over the IPC channel to its parent. */
export type Calls = Record<string, (...args: never[]) => unknown>

interface CallMessage {
  readonly id: number
  readonly call: string
  readonly args: readonly unknown[]
}
type ReplyMessage =
  { readonly ready: unknown } | { readonly id: number; readonly value?: unknown; readonly error?: string }

export interface BenchProcess<Ready> {
  readonly processId: number
  readonly ready: Ready
  call<T>(name: string, ...args: unknown[]): Promise<T>
  stop(): Promise<void>
}

/** Milliseconds. */
const callTimeoutMs = 600_000

/** Where the measured code is. Default: here. */
export interface ProcessOrigin {
  /** The bench of another version of the repository. */
  readonly benchFolder?: string
  /** The `packages` folder of another version, run by this version's bench. */
  readonly packages?: string
}

/** Starts a file of `servers/` in a separate process, so that its CPU and memory are measured without the load generator's. */
export const startBenchProcess = async <Ready>(
  file: string,
  options: object = {},
  { benchFolder = import.meta.dirname, packages }: ProcessOrigin = {},
  flags: readonly string[] = [],
): Promise<BenchProcess<Ready>> => {
  const servers = join(benchFolder, 'servers')
  const path = join(servers, `${file}.ts`)
  const redirect = join(servers, 'redirect-imports.ts')
  const child = fork(path, [JSON.stringify(options)], {
    execArgv: ['--expose-gc', ...flags, ...(existsSync(redirect) ? ['--import', pathToFileURL(redirect).href] : [])],
    env: { ...process.env, ...(packages !== undefined && { BENCH_PACKAGES: packages }) },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const waiting = new Map<number, { resolve(value: never): void; reject(error: Error): void }>()
  let next = 0
  const ready = await new Promise<Ready>((resolve, reject) => {
    child.on('message', (reply: ReplyMessage) => {
      if ('ready' in reply) return resolve(reply.ready as Ready)
      const pendingCall = waiting.get(reply.id)
      waiting.delete(reply.id)
      if (reply.error === undefined) pendingCall?.resolve(reply.value as never)
      else pendingCall?.reject(new Error(reply.error))
    })
    child.once('exit', (code) => {
      const exitError = new Error(`servers/${file}.ts ended with code ${code}`)
      reject(exitError)
      for (const pendingCall of waiting.values()) pendingCall.reject(exitError)
    })
  })
  return {
    processId: child.pid ?? 0,
    ready,
    call: (name, ...args) =>
      new Promise((resolve, reject) => {
        const id = next++
        const timeout = setTimeout(() => reject(new Error(`${name} was not answered in time`)), callTimeoutMs)
        const settled = <A>(settle: (answer: A) => void) => {
          return (answer: A): void => {
            clearTimeout(timeout)
            settle(answer)
          }
        }
        waiting.set(id, { resolve: settled(resolve), reject: settled(reject) })
        child.send({ id, call: name, args } satisfies CallMessage)
      }),
    stop: () => endChild(child),
  }
}

const endChild = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null) return
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  child.disconnect()
  const killTimer = setTimeout(() => child.kill('SIGKILL'), 15_000)
  await ended
  clearTimeout(killTimer)
}

/** The child's side: starts, reports that it is ready, and handles calls until the parent disconnects. */
export const serveBench = async <Options>(
  begin: (options: Options) => Promise<{ ready: unknown; calls?: Calls; stop: () => Promise<void> }>,
): Promise<void> => {
  const { ready, calls = {}, stop } = await begin(JSON.parse(process.argv[2] ?? '{}') as Options)
  process.on('message', ({ id, call, args }: CallMessage) => {
    const answer = async (): Promise<unknown> => {
      const found = calls[call]
      if (!found) throw new Error(`no call ${call}`)
      return found(...(args as never[]))
    }
    answer().then(
      (value) => process.send?.({ id, value } satisfies ReplyMessage),
      (error: unknown) =>
        process.send?.({
          id,
          error: error instanceof Error ? (error.stack ?? error.message) : 'failed',
        } satisfies ReplyMessage),
    )
  })
  process.once('disconnect', () => {
    // A child that does not end must not stay behind.
    setTimeout(() => process.exit(1), 20_000).unref()
    stop().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  })
  process.send?.({ ready } satisfies ReplyMessage)
}
