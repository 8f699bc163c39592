/** Bytes for each direction. Longer messages use the port. */
const capacity = 1 << 20
const longest = capacity >> 2
const headerBytes = 64
const writtenAt = 0
const readAt = 1
/** Stored as the length if the message is on the port. */
const onPort = -1

/**
 * Passes messages from one thread to another through shared memory, in order. A message port wakes the event loop of the other thread,
 * which costs more than most statements; here the other thread waits on a number, after a first check.
 */
export class SharedQueue {
  readonly memory: SharedArrayBuffer
  readonly #header: Int32Array<SharedArrayBuffer>
  readonly #bytes: Uint8Array<SharedArrayBuffer>
  readonly #view: DataView<SharedArrayBuffer>

  /** Without `memory` a new queue; with the memory of another thread's queue, the same queue. */
  constructor(memory = new SharedArrayBuffer(headerBytes + capacity)) {
    this.memory = memory
    this.#header = new Int32Array(memory, 0, headerBytes / 4)
    this.#bytes = new Uint8Array(memory, headerBytes)
    this.#view = new DataView(memory, headerBytes)
  }

  /** Position of the writer; changes with every message. */
  get written(): number {
    return Atomics.load(this.#header, writtenAt)
  }

  /** False if there is no room yet. `post` sends a message that is too long for the queue. */
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

  /** The oldest message, or null. `receive` returns a message that was too long for the queue. */
  take(receive: () => Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> | null {
    const read = Atomics.load(this.#header, readAt)
    if (read === this.written) return null
    const length = this.#view.getInt32(read & (capacity - 1))
    const message = length === onPort ? receive() : this.#read(read + 4, length)
    Atomics.store(this.#header, readAt, (read + 4 + (length === onPort ? 0 : padded(length))) | 0)
    Atomics.notify(this.#header, readAt)
    return message
  }

  /** Blocks until the writer has advanced beyond `written`. Not for a thread that runs an event loop. */
  sleep(written: number): void {
    Atomics.wait(this.#header, writtenAt, written)
  }

  /** Blocks until the reader has made room. */
  sleepUntilRead(): void {
    const read = Atomics.load(this.#header, readAt)
    if (read !== this.written) Atomics.wait(this.#header, readAt, read)
  }

  /** Resolves when the writer has advanced beyond `written`; undefined if it already has. */
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

/** Lengths are aligned to four bytes, so that none is split at the end of the memory. */
const padded = (length: number): number => (length + 3) & ~3
