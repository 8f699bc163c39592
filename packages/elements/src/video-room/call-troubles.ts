import type { CallTrouble, Seat, VisitClient } from '@visitkit/sdk'
import type { LinkState, VideoDriver, VideoErrorCode } from '../video/driver.ts'

/** Milliseconds within which several troubles are recorded with one request. */
const gatherMs = 2000

const ofLinks: Readonly<Record<LinkState, CallTrouble | null>> = {
  connecting: null,
  connected: null,
  'no-picture': 'no-picture',
  'no-sound': 'no-sound',
  interrupted: 'interrupted',
  reconnecting: 'interrupted',
  away: 'dropped',
  refused: 'refused',
  'no-answer': 'no-answer',
  'no-path': 'no-path',
}

/** An end that is decided by the clinic, and a choice that is not offered, are no troubles. */
const ofErrors: Readonly<Record<VideoErrorCode, CallTrouble | null>> = {
  permission_denied: 'device-denied',
  device_not_found: 'device-missing',
  device_in_use: 'device-busy',
  load_failed: 'not-loaded',
  connection_failed: 'failed',
  seat_expired: 'failed',
  seat_refused: 'failed',
  unsupported: 'unsupported',
  room_full: null,
  room_closed: null,
  ejected: null,
  not_allowed: null,
}

/** Counts what goes wrong in one call, and records it with the visit. A record that fails is part of the next one. */
export class CallTroubles {
  readonly #client: () => VisitClient | null
  readonly #seat: Seat
  readonly #counts = new Map<CallTrouble, number>()
  readonly #links = new Map<string, LinkState>()
  readonly #stops: (() => void)[] = []
  #timer: ReturnType<typeof setTimeout> | undefined
  #isRecorded = true

  constructor(driver: VideoDriver, seat: Seat, client: () => VisitClient | null) {
    this.#client = client
    this.#seat = seat
    this.#stops = [
      driver.on('participant-changed', ({ id, link }) => {
        if (this.#links.get(id) !== link) this.#count(ofLinks[link])
        this.#links.set(id, link)
      }),
      driver.on('error', ({ code }) => this.#count(ofErrors[code])),
    ]
  }

  /** Stops counting, and records what was not recorded yet. */
  async stop(): Promise<void> {
    for (const stop of this.#stops.splice(0)) stop()
    clearTimeout(this.#timer)
    this.#timer = undefined
    if (!this.#isRecorded) await this.record()
  }

  #count(trouble: CallTrouble | null): void {
    if (trouble === null) return
    this.#counts.set(trouble, (this.#counts.get(trouble) ?? 0) + 1)
    this.#isRecorded = false
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined
      void this.record()
    }, gatherMs)
  }

  /** Records what was counted so far, also if it is nothing: the record moves the seat to the session of the client. Never rejects. */
  async record(): Promise<void> {
    const { visitId, id } = this.#seat
    const troubles = [...this.#counts].map(([trouble, count]) => ({ trouble, count }))
    try {
      await this.#client()?.visits.recordTroubles(visitId, id, { troubles })
      this.#isRecorded = true
    } catch {
      // The request comes again with the next trouble, or when the call ends.
    }
  }
}
