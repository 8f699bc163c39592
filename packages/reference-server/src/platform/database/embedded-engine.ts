import { once } from 'node:events'
import { Worker } from 'node:worker_threads'

/** What the engine's thread is sent: the messages of whole statements, or that it is to end. */
export type EngineRequest = Uint8Array | 'close'
/** What it says: that it is open, or what the engine answered to the oldest of them. */
export type EngineAnswer = 'open' | Uint8Array

/** Told what the engine answered, or why it cannot any more. */
export type Answered = (outcome: { readonly bytes: Uint8Array } | { readonly fault: Error }) => void

export interface EmbeddedEngine {
  /** `messages`: whole statements in the wire protocol; theirs no longer once handed over. Answered in order. */
  execute(messages: Uint8Array<ArrayBuffer>, answered: Answered): void
  close(): Promise<void>
}

/**
 * PostgreSQL in this process, on a thread of its own: a statement takes a tenth of a millisecond and would hold up everybody's requests
 * for so long. `place`: a folder, or `memory://`.
 */
export const openEmbeddedEngine = async (place: string): Promise<EmbeddedEngine> => {
  const worker = new Worker(new URL('./embedded-worker.ts', import.meta.url), { workerData: place })
  const waiting: Answered[] = []
  let fault: Error | null = null

  const breakOff = (error: Error): void => {
    fault ??= error
    for (const answered of waiting.splice(0)) answered({ fault })
  }
  // What fails while it opens is thrown here.
  await once(worker, 'message')
  worker.on('message', (answer: EngineAnswer) => {
    if (typeof answer === 'string') return
    waiting.shift()?.({ bytes: answer })
    if (waiting.length === 0) worker.unref()
  })
  worker.on('error', breakOff)
  worker.on('exit', () => breakOff(new Error('The embedded database has ended.')))
  worker.unref()

  return {
    execute: (messages, answered) => {
      const ended = fault
      if (ended) {
        setImmediate(() => answered({ fault: ended }))
        return
      }
      // Somebody waits: the process must not end meanwhile.
      if (waiting.length === 0) worker.ref()
      waiting.push(answered)
      worker.postMessage(messages, [messages.buffer])
    },
    close: async () => {
      if (fault) return
      const ended = once(worker, 'exit')
      worker.ref()
      worker.postMessage('close' satisfies EngineRequest, [])
      await ended
    },
  }
}
