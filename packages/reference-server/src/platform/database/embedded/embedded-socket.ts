import { EventEmitter } from 'node:events'
import type { EmbeddedEngine } from './embedded-engine.ts'
import { joinBytes } from './join-bytes.ts'

/** Message types of the PostgreSQL wire protocol (Frontend/Backend Protocol, "Message Formats"). */
const query = 0x51
const sync = 0x53
const flush = 0x48
const terminate = 0x58

/** AuthenticationOk and ReadyForQuery (idle): the response of a server that requires no password. */
const welcome = Buffer.from([0x52, 0, 0, 0, 8, 0, 0, 0, 0, 0x5a, 0, 0, 0, 5, 0x49])

/**
 * Replaces the socket of a node-postgres client and passes its writes to the engine in this process. All writes of one turn of the event
 * loop are sent together: a statement is several messages, a transaction begins with two statements, and each switch to the engine's
 * thread costs more than a small statement.
 */
export class EmbeddedSocket extends EventEmitter {
  readonly #engine: Pick<EmbeddedEngine, 'execute'>
  #isStarted = false
  #written: Uint8Array[] = []
  #isDue = false
  writable = true

  constructor(engine: Pick<EmbeddedEngine, 'execute'>) {
    super()
    this.#engine = engine
  }

  connect(): void {
    setImmediate(() => this.emit('connect'))
  }

  /** `message`: one complete message, as the client serializes it. Only the first, the startup message, has no type. */
  write(message: Uint8Array): boolean {
    if (!this.#isStarted) {
      this.#isStarted = true
      setImmediate(() => this.emit('data', welcome))
      return true
    }
    const type = message[0]
    if (type === terminate) {
      this.end()
      return true
    }
    this.#written.push(message)
    if (!this.#isDue && (type === sync || type === query || type === flush)) {
      this.#isDue = true
      process.nextTick(() => this.#execute())
    }
    return true
  }

  end(): void {
    if (!this.writable) return
    this.writable = false
    setImmediate(() => this.emit('close'))
  }

  destroy(): void {
    this.end()
  }

  // Other socket methods that a client calls. They have no effect within the process.
  setNoDelay(): void {}
  setKeepAlive(): void {}
  ref(): void {}
  unref(): void {}

  #execute(): void {
    const messages = joinBytes(this.#written)
    this.#written = []
    this.#isDue = false
    this.#engine.execute(messages, (outcome) => {
      if ('fault' in outcome) {
        this.writable = false
        this.emit('error', outcome.fault)
      } else this.emit('data', Buffer.from(outcome.bytes.buffer, outcome.bytes.byteOffset, outcome.bytes.byteLength))
    })
  }
}
