import { toProblem } from '../core/problem.ts'

/** A piece of a recording that the server does not have yet. */
export interface Piece {
  readonly recordingId: string
  readonly seatsVersion: number
  /** From 0. */
  readonly number: number
  readonly bytes: Blob
}

export interface PieceSenderOptions {
  readonly send: (piece: Piece, signal: AbortSignal) => Promise<unknown>
  /** The server takes no more of this recording, or too much of it waits. What waited of it is dropped. */
  readonly onRefused: (piece: Piece, code: string) => void
  /** Pieces wait for a connection, or no more. */
  readonly onWait: (isWaiting: boolean) => void
  /** How long after a failure a piece is sent again, in milliseconds. It doubles up to eight times as long. */
  readonly retryMs?: number
}

/** One minute of pieces, and a little more. */
const MOST_WAITING = 15

/** Sends pieces one after the other. A piece that did not arrive is sent again with the same number, which stores it once. */
export class PieceSender {
  readonly #options: PieceSenderOptions
  readonly #abort = new AbortController()
  #waiting: Piece[] = []
  #isSending = false
  #sending = Promise.resolve()
  #wake = (): void => {}

  constructor(options: PieceSenderOptions) {
    this.#options = options
  }

  add(piece: Piece): void {
    if (this.#abort.signal.aborted) return
    this.#waiting.push(piece)
    if (this.#waiting.length > MOST_WAITING) this.#refuse(piece, 'too_many_waiting')
    if (!this.#isSending) this.#sending = this.#sendAll()
  }

  /** Resolves when nothing waits any more, or after this time. */
  async settled(withinMs: number): Promise<void> {
    let timer: ReturnType<typeof setTimeout> | undefined
    const late = new Promise<void>((resolve) => (timer = setTimeout(resolve, withinMs)))
    await Promise.race([this.#sending, late])
    clearTimeout(timer)
  }

  /** Sends nothing more. */
  drop(): void {
    this.#abort.abort()
    this.#waiting = []
    this.#wake()
  }

  async #sendAll(): Promise<void> {
    this.#isSending = true
    let failures = 0
    for (let piece = this.#waiting[0]; piece; piece = this.#waiting[0]) {
      try {
        await this.#options.send(piece, this.#abort.signal)
        if (failures > 0) this.#options.onWait(false)
        failures = 0
        // Refused in the meantime, it is there no more.
        if (this.#waiting[0] === piece) this.#waiting.shift()
      } catch (error) {
        if (this.#abort.signal.aborted) return
        const { code, status } = toProblem(error)
        if (status === 0 || status === 429 || status >= 500) {
          if (failures === 0) this.#options.onWait(true)
          await this.#pause((this.#options.retryMs ?? 1000) * 2 ** Math.min(failures, 3))
          failures += 1
        } else this.#refuse(piece, code)
      }
    }
    this.#isSending = false
  }

  #refuse(piece: Piece, code: string): void {
    this.#waiting = this.#waiting.filter(({ recordingId }) => recordingId !== piece.recordingId)
    this.#options.onRefused(piece, code)
  }

  #pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms)
      this.#wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }
}
