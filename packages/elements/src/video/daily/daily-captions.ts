import type { DailyCall } from '@daily-co/daily-js'
import { longestCaption, readCaption, writeCaption, type Caption, type CaptionText } from '../caption.ts'
import { VideoError } from '../driver.ts'
import type { DriverStatus } from '../driver-status.ts'

/**
 * The captions of a call of Daily. Lines of a captioner are app messages. Those by machine are what Daily's transcription reports
 * (`transcription-started`, `-message`, `-stopped`, `-error`) to everyone in the room; Daily keeps nothing of it unless the account says so:
 * https://docs.daily.co/docs/daily-js/features/transcription
 */
export class DailyCaptions {
  /** The seat allows this person to start captions by machine. */
  mayStart = false
  /** A machine hears the call, also when another program of the account has started it. */
  isRunning = false
  readonly #status: DriverStatus
  readonly #seatOf: (sessionId: string) => string | undefined

  /** @param seatOf - The seat of a session of Daily, of this person too. */
  constructor(status: DriverStatus, seatOf: (sessionId: string) => string | undefined) {
    this.#status = status
    this.#seatOf = seatOf
  }

  /** @param changed - Who started them waits for it. */
  follow(call: DailyCall, changed: () => void): void {
    const run = (isRunning: boolean): void => {
      if (this.isRunning === isRunning) return
      this.isRunning = isRunning
      this.#status.events.emit('machine-captions', isRunning)
      changed()
    }
    call
      .on('app-message', ({ data, fromId }) => {
        const line = readCaption(data)
        if (line) this.#emit(fromId, { ...line, isByMachine: false })
      })
      .on('transcription-started', () => run(true))
      .on('transcription-stopped', () => run(false))
      .on('transcription-error', () => run(false))
      .on('transcription-message', ({ participantId, text }) => {
        // A person who joined later did not receive the start.
        run(true)
        const line = { id: crypto.randomUUID(), text: text.slice(0, longestCaption), isFinal: true, isByMachine: true }
        this.#emit(participantId, { ...line, speaker: this.#seatOf(participantId) ?? null })
      })
  }

  /** Daily names the session that sent it. */
  #emit(sessionId: string, line: Omit<Caption, 'from'>): void {
    const from = this.#seatOf(sessionId)
    if (from !== undefined) this.#status.events.emit('caption', { ...line, from })
  }

  send(call: DailyCall | null, caption: CaptionText): void {
    if (this.#status.isIn) call?.sendAppMessage(writeCaption(caption))
  }

  /** @throws {VideoError} `not_allowed` unless the seat allows it. */
  requireAllowed(): void {
    if (!this.mayStart) throw this.#status.reportError(new VideoError('not_allowed', 'no captions by machine here'))
  }

  end(): void {
    this.mayStart = this.isRunning = false
  }
}
