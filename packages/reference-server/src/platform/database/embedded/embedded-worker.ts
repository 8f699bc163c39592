import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist'
import type { EngineThread } from './embedded-engine.ts'
import { joinBytes } from './join-bytes.ts'
import { SharedQueue } from './shared-queue.ts'

/** The thread of the embedded engine: takes messages, in order, and says what the engine answers. Turns no event loop in the meantime. */
if (!parentPort) throw new Error('This file is the thread of an embedded database. Open it with openEmbeddedEngine.')
const { dataFolder: place, program, port, ...memory } = workerData as EngineThread
const requests = new SharedQueue(memory.requests)
const responses = new SharedQueue(memory.responses)
const engine = await PGlite.create(place, { extensions: { btree_gist }, pgliteWasmModule: program })

const execute = async (messages: Uint8Array): Promise<Uint8Array<ArrayBuffer>> => {
  const parts: Uint8Array[] = []
  // Streamed, because otherwise the engine would read its own answer too. Copied, because the memory behind the answer is used again by
  // the next statement.
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
  // Nothing is what ends it.
  if (request.length === 0) break
  const bytes = await execute(request)
  while (!responses.offer(bytes, post)) responses.sleepUntilRead()
}
await engine.close()
// Nothing else keeps the thread.
port.close()
parentPort.close()
