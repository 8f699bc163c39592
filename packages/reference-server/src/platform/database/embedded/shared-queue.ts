/** Of one direction. Longer messages go another way. */
const capacity = 1 << 20
const longest = capacity >> 2
const headerBytes = 64
const writtenAt = 0
const readAt = 1
/** In place of a length: the message is on the port. */
const onPort = -1

/**
 * Messages from one thread to another through memory that both see, in order. A message port wakes the other side's event loop, which
 * costs more than most statements; here the other side sleeps on a number, or looks before it sleeps.
 */
export class SharedQueue {
  readonly memory: SharedArrayBuffer
  readonly #header: Int32Array<SharedArrayBuffer>
  readonly #bytes: Uint8Array<SharedArrayBuffer>
  readonly #view: DataView<SharedArrayBuffer>

  /** Without `memory` a new queue; with that of another thread's queue, the same one. */
  constructor(memory = new SharedArrayBuffer(headerBytes + capacity)) {
    this.memory = memory
    this.#header = new Int32Array(memory, 0, headerBytes / 4)
    this.#bytes = new Uint8Array(memory, headerBytes)
    this.#view = new DataView(memory, headerBytes)
  }

  /** How far the writer has come; changes with every message. */
  get written(): number {
    return Atomics.load(this.#header, writtenAt)
  }

  /** False when there is no room yet. `post` takes what is too long for the queue. */
  offer(message: Uint8Array<ArrayBuffer>, post: (message: Uint8Array<ArrayBuffer>) => void): boolean {
    const isLong = message.length > longest
    const size = 4 + (isLong ? 0 : padded(message.length))
    const written = this.written
    if (size > capacity - ((written - Atomics.load(this.#header, readAt)) | 0)) return false
    this.#view.setInt32(written & (capacity - 1), isLong ? onPort : message.length)
    if (isLong) post(message)
    else this.#write(written + 4, message)
    Atomics.store(this.#header, writtenAt, (written + size) | 0)
    Atomics.notify(this.#header, writtenAt)
    return true
  }

  /** The oldest message, null when there is none. `receive` gives what was too long for the queue. */
  take(receive: () => Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> | null {
    const read = Atomics.load(this.#header, readAt)
    if (read === this.written) return null
    const length = this.#view.getInt32(read & (capacity - 1))
    const message = length === onPort ? receive() : this.#read(read + 4, length)
    Atomics.store(this.#header, readAt, (read + 4 + (length === onPort ? 0 : padded(length))) | 0)
    Atomics.notify(this.#header, readAt)
    return message
  }

  /** Sleeps until the writer has come further than `written`. Not for a thread that has an event loop to turn. */
  sleep(written: number): void {
    Atomics.wait(this.#header, writtenAt, written)
  }

  /** Sleeps until the reader has made room. */
  sleepUntilRead(): void {
    const read = Atomics.load(this.#header, readAt)
    if (read !== this.written) Atomics.wait(this.#header, readAt, read)
  }

  /** Resolves when the writer has come further than `written`; undefined where it has by now. */
  further(written: number): Promise<unknown> | undefined {
    const { async, value } = Atomics.waitAsync(this.#header, writtenAt, written)
    return async ? value : undefined
  }

  #write(at: number, message: Uint8Array): void {
    const from = at & (capacity - 1)
    const first = Math.min(message.length, capacity - from)
    this.#bytes.set(first === message.length ? message : message.subarray(0, first), from)
    if (first < message.length) this.#bytes.set(message.subarray(first), 0)
  }

  #read(at: number, length: number): Uint8Array<ArrayBuffer> {
    const from = at & (capacity - 1)
    const message = new Uint8Array(length)
    const first = Math.min(length, capacity - from)
    message.set(this.#bytes.subarray(from, from + first))
    if (first < length) message.set(this.#bytes.subarray(0, length - first), first)
    return message
  }
}

/** Lengths stand at multiples of four, so that none is cut by the end of the memory. */
const padded = (length: number): number => (length + 3) & ~3
