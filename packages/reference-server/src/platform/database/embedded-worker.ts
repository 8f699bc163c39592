import { parentPort, workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist'
import type { EngineRequest, EngineAnswer } from './embedded-engine.ts'
import { joinBytes } from './join-bytes.ts'

/** The thread of the embedded engine: takes messages, in order, and says what the engine answers. */
const port = parentPort
if (!port) throw new Error('This file is the thread of an embedded database. Open it with openEmbeddedEngine.')
const engine = await PGlite.create(workerData as string, { extensions: { btree_gist } })

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

let last: Promise<unknown> = Promise.resolve()
port.on('message', (request: EngineRequest) => {
  last = last.then(async () => {
    if (request === 'close') {
      await engine.close()
      // Nothing else keeps the thread.
      port.close()
      return
    }
    const bytes = await execute(request)
    port.postMessage(bytes satisfies EngineAnswer, [bytes.buffer])
  })
})
port.postMessage('open' satisfies EngineAnswer, [])
