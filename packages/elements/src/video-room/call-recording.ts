import { CallRecorder, type RecordedPerson } from './call-recorder.ts'
import { PieceSender, type Piece } from './piece-sender.ts'

export interface CallRecordingOptions {
  /** What is recorded of the people in these seats, now. */
  readonly people: (seats: ReadonlySet<string>) => readonly RecordedPerson[]
  readonly send: (piece: Piece, signal: AbortSignal) => Promise<unknown>
  /** The browser cannot record, or the server accepts no file. */
  readonly onFailure: () => void
  /** Pieces wait for a connection, or no more. */
  readonly onWait: (isWaiting: boolean) => void
  readonly pieceMs?: number
  readonly fileMs?: number
  readonly retryMs?: number
}

/** What the server refuses for all that follows until someone has agreed again. Every other refusal is of one file. */
const pausing: ReadonlySet<string> = new Set(['recording_paused', 'no_seat', 'visit_ended'])

/** The last piece is small, and a person who stops a recording waits for it. */
const LAST_PIECE_MS = 5000

/**
 * Records a call in files of about ten minutes, each with the same people in it, and sends them in pieces. Who comes in later is in none of
 * the files that began before.
 */
export class CallRecording {
  readonly #options: CallRecordingOptions
  readonly #sender: PieceSender
  #recorder: CallRecorder | null = null
  #seats: ReadonlySet<string> = new Set()
  /** What is recorded; null while nothing is. */
  #seatsVersion: number | null = null
  #refusedVersion: number | null = null
  #recordingId = ''
  #next: ReturnType<typeof setTimeout> | undefined

  constructor(options: CallRecordingOptions) {
    this.#options = options
    const { send, onWait, retryMs } = options
    this.#sender = new PieceSender({
      ...{ send, onWait, onRefused: (piece, code) => this.#refused(piece, code) },
      ...(retryMs !== undefined && { retryMs }),
    })
  }

  /** Records the people in these seats. A number of seats that is recorded, or that the server has refused, begins nothing. */
  record(seatsVersion: number, seats: ReadonlySet<string>): void {
    if (seatsVersion === this.#seatsVersion || seatsVersion === this.#refusedVersion) return
    this.#break()
    this.#seats = seats
    this.#begin(seatsVersion)
  }

  /** Someone has come in: what was not sent of them is gone, and the file is over. */
  pause(): void {
    this.#break()
    this.#refusedVersion = null
  }

  /** Ends the recording, and sends the last piece. What follows the call is not recorded. */
  async finish(): Promise<void> {
    clearTimeout(this.#next)
    const recorder = this.#recorder
    this.#recorder = null
    await recorder?.stop()
    await this.#sender.settled(LAST_PIECE_MS)
    this.drop()
  }

  /** Ends the recording at once. What was not sent is gone. */
  drop(): void {
    this.#break()
    this.#sender.drop()
  }

  #break(): void {
    clearTimeout(this.#next)
    this.#recorder?.drop()
    this.#recorder = null
    this.#seatsVersion = null
  }

  #begin(version: number): void {
    const { people, onFailure, pieceMs = 5000, fileMs = 600_000 } = this.#options
    const seats = this.#seats
    const seatsVersion = (this.#seatsVersion = version)
    const recordingId = (this.#recordingId = crypto.randomUUID())
    let number = 0
    try {
      this.#recorder = new CallRecorder({
        ...{ people: () => people(seats), pieceMs, onFailure },
        onPiece: (bytes) => this.#sender.add({ recordingId, seatsVersion, number: number++, bytes }),
      })
    } catch {
      return onFailure()
    }
    this.#next = setTimeout(() => this.#nextFile(seatsVersion), fileMs)
  }

  #nextFile(seatsVersion: number): void {
    const before = this.#recorder
    this.#begin(seatsVersion)
    void before?.stop()
  }

  #refused({ recordingId, seatsVersion, number }: Piece, code: string): void {
    if (pausing.has(code)) this.#refusedVersion = seatsVersion
    if (recordingId !== this.#recordingId) return
    this.#break()
    if (pausing.has(code)) return
    // Of a file that has not begun: no other one would be accepted, and everyone would believe that they are recorded.
    if (number === 0) this.#options.onFailure()
    else this.#begin(seatsVersion)
  }
}
