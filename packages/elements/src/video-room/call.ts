import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { Seat, VisitClient } from '@visitkit/sdk'
import type {
  MediaChoice,
  SignalChannel,
  VideoDevice,
  VideoDriver,
  VideoErrorCode,
  VideoParticipant,
  VideoState,
} from '../video/driver.ts'
import type { Caption } from '../video/caption.ts'
import { VideoError } from '../video/driver.ts'
import { CallTroubles } from './call-troubles.ts'
import { SoundFallback } from './sound-fallback.ts'
import { loadDriver, type LoadDriverOptions } from '../video/load-driver.ts'

const redrawOn = [
  'participant-joined',
  'participant-changed',
  'participant-left',
  'track',
  'local-changed',
  'connection-quality',
] as const

/**
 * One person's part in one call: takes a seat, loads the vendor's driver, joins, and releases the seat. Does not render; requests an update
 * of its host on each change.
 */
export class Call implements ReactiveController {
  driver: VideoDriver | null = null
  seat: Seat | null = null
  /** The devices to choose from, after they were requested. */
  devices: readonly VideoDevice[] = []
  /** The last failure to show; cleared by the next success. */
  lastError: VideoErrorCode | null = null
  #host: ReactiveControllerHost
  #client: VisitClient | null = null
  #stops: (() => void)[] = []
  #signalListener: ((from: string, data: unknown) => void) | null = null
  #unsubscribe: (() => void) | null = null
  /** Counts joins and leaves: work that started before the last of them is obsolete. */
  #turn = 0
  /** A seat is taken, or the vendor's driver is loaded. */
  #isEntering = false
  /** Opens the devices while the seat is taken. */
  #preparing: VideoDriver | null = null
  #troubles: CallTroubles | null = null
  #known = new Map<string, VideoParticipant>()
  /** The last participant who left, until someone joins. */
  lastLeft: VideoParticipant | null = null
  /** What is done for the sound while the connection is poor. */
  readonly fallback = new SoundFallback(() => this.#host.requestUpdate())
  /** Seats of people who have taken another one. See `replace`. */
  readonly replaced = new Set<string>()
  /** A participant who is not to be seen or heard yet. */
  isHidden: (participant: VideoParticipant) => boolean = () => false
  /** A line of captions arrived. */
  onCaption: (caption: Caption) => void = () => {}
  /** The vendor hears the call, to make captions of it. */
  isHeardByMachine = false
  readonly #seats: SeatsOfCall

  constructor(host: ReactiveControllerHost, seats: SeatsOfCall = ofVisit) {
    this.#host = host
    this.#seats = seats
    host.addController(this)
  }

  get state(): VideoState {
    const entering = this.#preparing?.state === 'getting-devices' ? 'getting-devices' : 'connecting'
    return this.driver?.state ?? (this.#isEntering ? entering : 'idle')
  }

  /** In the room, also while reconnecting. */
  get isIn(): boolean {
    return this.state === 'joined' || this.state === 'reconnecting'
  }

  get others(): readonly VideoParticipant[] {
    return [...(this.driver?.participants.values() ?? [])].filter(
      (one) => !this.replaced.has(one.id) && !this.isHidden(one),
    )
  }

  hostDisconnected(): void {
    void this.leave()
  }

  /**
   * Takes a seat and enters. Rejects with the API's problem or a VideoError.
   *
   * @param options - `vendor` is that of the visit, if it is known: its driver opens the devices while the seat is taken.
   * @returns Null when the person left before it was done.
   */
  async join(
    client: VisitClient,
    visitId: string,
    media: MediaChoice,
    options: LoadDriverOptions & { readonly vendor?: string | undefined },
  ): Promise<Seat | null> {
    const leaving = this.leave()
    const attempt = this.#turn
    await leaving
    if (attempt !== this.#turn) return closeCamera(media)
    this.lastError = null
    this.#client = client
    const { seat, driver } = await this.#prepare(client, visitId, media, options).catch((error: unknown) => {
      closeCamera(media)
      throw error
    })
    if (attempt !== this.#turn) {
      closeCamera(media)
      await driver.leave()
      await this.#seats.leave(client, seat)
      return null
    }
    this.seat = seat
    this.driver = driver
    this.#troubles = new CallTroubles(driver, seat, () => (this.#seats.recordsTroubles ? this.#client : null))
    this.#stops = [
      this.fallback.follow(driver),
      ...redrawOn.map((event) => driver.on(event, () => this.#draw(driver))),
      driver.on('participant-joined', () => (this.lastLeft = null)),
      driver.on('participant-left', ({ id }) => {
        if (!this.replaced.has(id)) this.lastLeft = this.#known.get(id) ?? null
      }),
      driver.on('devices-changed', (devices) => this.#found(devices)),
      driver.on('state', (state) => this.#became(driver, state)),
      driver.on('error', (error) => this.#failed(error)),
      driver.on('caption', (caption) => this.onCaption(caption)),
      driver.on('machine-captions', (isHeard) => {
        this.isHeardByMachine = isHeard
        this.#host.requestUpdate()
      }),
    ]
    try {
      await driver.join(seat, media)
    } catch (error) {
      closeCamera(media)
      await this.leave()
      throw error
    }
    return attempt === this.#turn ? seat : null
  }

  async #prepare(
    client: VisitClient,
    visitId: string,
    media: MediaChoice,
    { vendor: expected, ...options }: LoadDriverOptions & { readonly vendor?: string | undefined },
  ) {
    this.#isEntering = true
    const load = (vendor: string) => loadDriver(vendor, { ...options, signals: this.#signals(visitId) })
    const loading = expected === undefined ? undefined : load(expected).then((driver) => this.#open(driver, media))
    try {
      // A driver that cannot be loaded is reported once there is a seat.
      const [seat] = await Promise.all([this.#seats.take(client, visitId), loading?.catch(() => undefined)])
      if (seat.vendor === expected && loading) return { seat, driver: await loading }
      await loading?.then((driver) => driver.leave()).catch(() => undefined)
      return { seat, driver: await load(seat.vendor) }
    } catch (error) {
      void loading?.then((driver) => driver.leave()).catch(() => undefined)
      throw error
    } finally {
      this.#isEntering = false
      this.#preparing = null
    }
  }

  #open(driver: VideoDriver, media: MediaChoice): VideoDriver {
    this.#preparing = driver
    driver.prepare?.(media)
    this.#host.requestUpdate()
    return driver
  }

  /**
   * Leaves the call and releases the seat, unless the server has taken it. Safe to call again.
   *
   * @param options - `seatIsNeeded` is work that needs the seat: the seat is released once it has settled. The call ends at once.
   */
  async leave({
    isSeatGone = false,
    seatIsNeeded,
  }: { readonly isSeatGone?: boolean; readonly seatIsNeeded?: Promise<unknown> | undefined } = {}): Promise<void> {
    this.#turn++
    void this.#preparing?.leave()
    const { driver, seat } = this
    const client = this.#client
    const troubles = this.#troubles
    this.#troubles = null
    this.driver = null
    this.seat = null
    this.lastLeft = null
    this.isHeardByMachine = false
    this.#known.clear()
    for (const stop of this.#stops.splice(0)) stop()
    this.#host.requestUpdate()
    // Sends a leave signal to the others, so the channel closes after it.
    await driver?.leave()
    this.#unsubscribe?.()
    void troubles?.stop()
    await seatIsNeeded
    if (client && seat && !isSeatGone) await this.#seats.leave(client, seat)
  }

  /** The person of this seat has taken another one. */
  replace(seatId: string): void {
    if (this.replaced.has(seatId)) return
    this.replaced.add(seatId)
    this.driver?.forget?.(seatId)
  }

  /** Continues with the client of another session: the call itself is not interrupted. */
  resume(client: VisitClient): void {
    this.#client = client
    if (!this.seat) return
    // First, so that the seat is the new session's, which ends it.
    const { visitId } = this.seat
    void this.#troubles?.record().then(() => this.#client === client && this.seat && this.#listen(visitId))
  }

  /** Runs a control of the driver; a failure only sets `trouble`. */
  async run(action: (driver: VideoDriver) => Promise<unknown>): Promise<void> {
    if (!this.driver) return
    try {
      await action(this.driver)
      this.lastError = null
    } catch (error) {
      this.lastError = error instanceof VideoError ? error.code : 'connection_failed'
    }
    this.#host.requestUpdate()
  }

  async listDevices(): Promise<void> {
    this.#found((await this.driver?.devices()) ?? [])
  }

  reopen = (): void => void this.run((driver) => driver.reopen())

  toggleMicrophone = (): void => void this.run((driver) => driver.setMicrophone(!driver.local.microphoneOn))

  toggleCamera = (): void => void this.run((driver) => driver.setCamera(!driver.local.cameraOn))

  toggleShare = (): void => void this.run((driver) => (driver.local.sharing ? driver.stopShare() : driver.startShare()))

  #draw({ participants }: VideoDriver): void {
    for (const [id, participant] of participants) this.#known.set(id, participant)
    this.#host.requestUpdate()
  }

  #found(devices: readonly VideoDevice[]): void {
    this.devices = devices
    this.#host.requestUpdate()
  }

  /** A driver that failed, was ejected or left with its page is finished: the person must join again. */
  #became(driver: VideoDriver, state: VideoState): void {
    // After the error event of this state was handled.
    if (state === 'failed' || state === 'left') setTimeout(() => this.driver === driver && void this.leave())
    this.#host.requestUpdate()
  }

  #failed({ code }: VideoError): void {
    this.lastError = code
    if (code === 'ejected' || code === 'room_closed') void this.leave()
    this.#host.requestUpdate()
  }

  #signals(visitId: string): SignalChannel {
    return {
      send: (to, data) => void this.#client?.live.sendSignal(visitId, to ?? undefined, data).catch(() => undefined),
      onMessage: (listener) => {
        this.#signalListener = listener
        this.#listen(visitId)
        return () => this.#unsubscribe?.()
      },
    }
  }

  #listen(visitId: string): void {
    this.#unsubscribe?.()
    if (!this.#signalListener || !this.#client) return
    const onSignal = this.#signalListener
    this.#unsubscribe = this.#client.watch({ types: ['signal'], ids: { visitId } }, (message) => {
      if (typeof message.from === 'string') onSignal(message.from, message.data)
    })
  }
}

/** A camera that no driver has taken over. */
const closeCamera = ({ cameraTrack }: MediaChoice): null => {
  cameraTrack?.stop()
  return null
}

/** How a person takes a seat, and leaves it. */
export interface SeatsOfCall {
  take(client: VisitClient, visitId: string): Promise<Seat>
  /** The server detects an empty seat itself; this request only makes it sooner. Never rejects. */
  leave(client: VisitClient, seat: Seat): Promise<unknown>
  readonly recordsTroubles: boolean
}

const ofVisit: SeatsOfCall = {
  take: (client, visitId) => client.visits.takeSeat(visitId),
  leave: (client, { visitId, id }) => client.visits.leaveSeat(visitId, id).catch(() => undefined),
  recordsTroubles: true,
}
