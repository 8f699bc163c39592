import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { MessageChannel, receiveMessageOnPort, Worker, type MessagePort } from 'node:worker_threads'
import { SharedQueue } from './shared-queue.ts'

/** Data that the engine's thread receives at start. */
export interface EngineThread {
  readonly dataFolder: string
  readonly program: WebAssembly.Module
  /** Messages of complete statements. An empty message ends the thread. */
  readonly requests: SharedArrayBuffer
  /** One response for each request, in order. */
  readonly responses: SharedArrayBuffer
  /** For messages that do not fit into either queue. */
  readonly port: MessagePort
}

/** Called with the engine's response, or with the error that prevents one. */
export type OnResponse = (outcome: { readonly bytes: Uint8Array } | { readonly fault: Error }) => void

export interface EmbeddedEngine {
  /** `messages`: complete statements in the wire protocol. Do not use the buffer after the call. Responses arrive in order. */
  execute(messages: Uint8Array<ArrayBuffer>, onResponse: OnResponse): void
  close(): Promise<void>
}

let compiled: Promise<WebAssembly.Module> | null = null

/** Compiled once per process, so that every further engine starts with optimized code. */
const engineProgram = (): Promise<WebAssembly.Module> =>
  (compiled ??= readFile(new URL('./pglite.wasm', import.meta.resolve('@electric-sql/pglite'))).then((bytes) =>
    WebAssembly.compile(bytes),
  ))

/**
 * PostgreSQL in this process, on a separate thread: on the main thread, each statement would block all requests for about 0.1 ms.
 * `dataFolder`: a folder, or `memory://`.
 */
export const openEmbeddedEngine = async (dataFolder: string): Promise<EmbeddedEngine> => {
  const requests = new SharedQueue()
  const responses = new SharedQueue()
  const { port1: port, port2 } = new MessageChannel()
  const program = await engineProgram()
  const worker = new Worker(new URL('./embedded-worker.ts', import.meta.url), {
    workerData: {
      dataFolder,
      program,
      requests: requests.memory,
      responses: responses.memory,
      port: port2,
    } satisfies EngineThread,
    transferList: [port2],
  })
  const waiting: OnResponse[] = []
  /** Requests for which the queue has no room yet. */
  let unsent: Uint8Array<ArrayBuffer>[] = []
  let isListening = false
  let fault: Error | null = null

  const breakOff = (error: Error): void => {
    fault ??= error
    for (const onResponse of waiting.splice(0)) onResponse({ fault })
  }
  const receive = (): Uint8Array<ArrayBuffer> => receiveMessageOnPort(port)?.message
  const post = (bytes: Uint8Array<ArrayBuffer>): void => port.postMessage(bytes, [bytes.buffer])
  const send = (): void => {
    const refused = unsent.findIndex((messages) => !requests.offer(messages, post))
    unsent = refused < 0 ? [] : unsent.slice(refused)
  }
  /** Delivers responses and waits for more while requests are pending. */
  const listen = (): void => {
    isListening = false
    for (;;) {
      const { written } = responses
      const bytes = responses.take(receive)
      if (bytes !== null) {
        waiting.shift()?.({ bytes })
        continue
      }
      if (unsent.length > 0) send()
      if (waiting.length === 0) return worker.unref()
      const further = responses.further(written)
      if (!further) continue
      isListening = true
      void further.then(listen)
      return
    }
  }
  // Errors during startup are thrown here.
  await once(worker, 'message')
  worker.on('error', breakOff)
  worker.on('exit', () => breakOff(new Error('The embedded database has ended.')))
  worker.unref()
  port.unref()

  return {
    execute: (messages, onResponse) => {
      const ended = fault
      if (ended) {
        setImmediate(() => onResponse({ fault: ended }))
        return
      }
      // While a response is pending, the process must not exit.
      if (waiting.length === 0) worker.ref()
      waiting.push(onResponse)
      unsent.push(messages)
      send()
      if (!isListening) listen()
    },
    close: async () => {
      if (fault) return
      const ended = once(worker, 'exit')
      worker.ref()
      unsent.push(new Uint8Array())
      send()
      await ended
    },
  }
}
