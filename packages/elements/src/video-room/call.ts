import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { Seat, VisitClient } from '@visitkit/sdk'
import type {
  MediaChoice,
  SignalChannel,
  VideoDriver,
  VideoErrorCode,
  VideoParticipant,
  VideoState,
} from '../video/driver.ts'
import { VideoError } from '../video/driver.ts'
import { loadDriver, type LoadDriverOptions } from '../video/load-driver.ts'

/** Failures after which the room is not open to this person any more. */
const final: ReadonlySet<VideoErrorCode> = new Set(['ejected', 'room_closed'])

/**
 * One person's part in one call: takes a seat, loads the vendor's driver, joins, and gives the seat back. Draws nothing; tells its host
 * to draw again whenever something changes.
 */
export class Call implements ReactiveController {
  driver: VideoDriver | null = null
  seat: Seat | null = null
  /** The last failure worth telling; cleared by the next success. */
  trouble: VideoErrorCode | null = null
  #host: ReactiveControllerHost
  #client: VisitClient | null = null
  #stops: (() => void)[] = []

  constructor(host: ReactiveControllerHost) {
    this.#host = host
    host.addController(this)
  }

  get state(): VideoState {
    return this.driver?.state ?? 'idle'
  }

  get others(): readonly VideoParticipant[] {
    return [...(this.driver?.participants.values() ?? [])]
  }

  hostDisconnected(): void {
    void this.leave()
  }

  /** Takes a seat and enters. Rejects with the API's problem or a VideoError. */
  async join(client: VisitClient, visitId: string, media: MediaChoice, options: LoadDriverOptions): Promise<Seat> {
    await this.leave()
    this.trouble = null
    this.#client = client
    const seat = await client.visits.takeSeat(visitId)
    this.seat = seat
    const driver = await loadDriver(seat.vendor, { ...options, signals: this.#signals(client, visitId) })
    this.driver = driver
    for (const event of [
      'state',
      'participant-joined',
      'participant-changed',
      'participant-left',
      'track',
      'local-changed',
      'connection-quality',
    ] as const)
      this.#stops.push(driver.on(event, () => this.#host.requestUpdate()))
    this.#stops.push(driver.on('error', (error) => this.#failed(error)))
    try {
      await driver.join(seat, media)
    } catch (error) {
      await this.leave()
      throw error
    }
    return seat
  }

  /** Leaves the call and gives the seat back. Safe to repeat. */
  async leave(): Promise<void> {
    const { driver, seat } = this
    const client = this.#client
    this.driver = null
    this.seat = null
    this.#client = null
    for (const stop of this.#stops.splice(0)) stop()
    this.#host.requestUpdate()
    await driver?.leave()
    // The server notices an empty seat by itself; telling it only makes that sooner.
    if (client && seat) await client.visits.leaveSeat(seat.visitId, seat.id).catch(() => undefined)
  }

  /** Runs a control of the driver; a refusal becomes `trouble` and nothing else. */
  async act(action: (driver: VideoDriver) => Promise<unknown>): Promise<void> {
    if (!this.driver) return
    try {
      await action(this.driver)
      this.trouble = null
    } catch (error) {
      this.trouble = error instanceof VideoError ? error.code : 'connection_failed'
    }
    this.#host.requestUpdate()
  }

  #failed(error: VideoError): void {
    this.trouble = error.code
    if (final.has(error.code)) void this.leave()
    this.#host.requestUpdate()
  }

  #signals(client: VisitClient, visitId: string): SignalChannel {
    return {
      send: (to, data) => void client.live.sendSignal(visitId, to ?? undefined, data).catch(() => undefined),
      onMessage: (listener) =>
        client.watch({ types: ['signal'], ids: { visitId } }, (message) => {
          if (typeof message.from === 'string') listener(message.from, message.data)
        }),
    }
  }
}
