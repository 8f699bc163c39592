import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist'
import type { EngineThread } from './embedded-engine.ts'
import { joinBytes } from './join-bytes.ts'
import { SharedQueue } from './shared-queue.ts'

/** The thread of the embedded engine: executes messages in order and returns the responses. Its event loop does not run in the meantime. */
if (!parentPort) throw new Error('This file is the thread of an embedded database. Open it with openEmbeddedEngine.')
const { dataFolder: place, program, port, ...memory } = workerData as EngineThread
const requests = new SharedQueue(memory.requests)
const responses = new SharedQueue(memory.responses)
const engine = await PGlite.create(place, { extensions: { btree_gist }, pgliteWasmModule: program })

const execute = async (messages: Uint8Array): Promise<Uint8Array<ArrayBuffer>> => {
  const parts: Uint8Array[] = []
  // Streamed, because otherwise the engine would also parse its own response. Copied, because the next statement reuses the memory of the
  // response.
  await engine.execProtocolRawStream(messages, {
    syncToFs: false,
    onRawData: (bytes) => void parts.push(bytes.slice()),
  })
  return joinBytes(parts)
}
const receive = (): Uint8Array<ArrayBuffer> => receiveMessageOnPort(port)?.message
const post = (bytes: Uint8Array<ArrayBuffer>): void => port.postMessage(bytes, [bytes.buffer])

parentPort.postMessage('open', [])
for (;;) {
  const { written } = requests
  const request = requests.take(receive)
  if (request === null) {
    requests.sleep(written)
    continue
  }
  // An empty message ends the thread.
  if (request.length === 0) break
  const bytes = await execute(request)
  while (!responses.offer(bytes, post)) responses.sleepUntilRead()
}
await engine.close()
// The port is the only handle that keeps the thread alive.
port.close()
parentPort.close()
