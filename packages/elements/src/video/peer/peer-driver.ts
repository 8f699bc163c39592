import {
  VideoError,
  type DeviceKind,
  type LocalMedia,
  type MediaChoice,
  type Quality,
  type SignalChannel,
  type VideoDriver,
  type VideoEvents,
  type VideoParticipant,
  type VideoSeat,
  type VideoState,
} from '../driver.ts'
import { DriverStatus } from '../driver-status.ts'
import { listDevices } from '../list-devices.ts'
import { LocalCapture } from './local-capture.ts'
import { createMeasure, rateQuality } from './measure-connections.ts'
import { PeerLink } from './peer-link.ts'
import { PeerSignaling } from '../peer-signaling.ts'
import { RemotePeer } from './remote-peer.ts'
import { readSignal, type MediaFlags } from './signals.ts'
import { watchPage } from './watch-page.ts'

export interface PeerDriverOptions {
  readonly signals: SignalChannel
}

/** Milliseconds. */
const announceIntervalMs = 5000
const measureIntervalMs = 3000
const awayAfterMs = 30_000

/**
 * Connects two or three browsers directly. Greetings over the signal channel announce who is in the room. Of two seats the one with the
 * smaller id is polite and waits for the other's offer. A person who reloads greets again with a new stay and is connected again under the
 * same id.
 */
class PeerDriver implements VideoDriver {
  readonly name = 'peer'
  readonly #signals: SignalChannel
  readonly #status = new DriverStatus()
  readonly #capture = new LocalCapture(() => this.#localChanged())
  readonly #peers = new Map<string, RemotePeer>()
  /** Stays that have ended: signals that still arrive from them are stale. */
  readonly #over = new Set<string>()
  #measure = createMeasure()
  #seat: VideoSeat | null = null
  #voice: PeerSignaling
  #stops: (() => void)[] = []

  constructor({ signals }: PeerDriverOptions) {
    this.#signals = signals
    this.#voice = new PeerSignaling(signals)
  }

  get state(): VideoState {
    return this.#status.state
  }
  get quality(): Quality {
    return this.#status.quality
  }
  get local(): LocalMedia {
    return this.#capture.local
  }
  get participants(): ReadonlyMap<string, VideoParticipant> {
    return new Map([...this.#peers].filter(([, { away }]) => !away).map(([id, peer]) => [id, peer.participant]))
  }
  on<Name extends keyof VideoEvents>(name: Name, listener: (detail: VideoEvents[Name]) => void): () => void {
    return this.#status.events.on(name, listener)
  }

  async join(seat: VideoSeat, media: MediaChoice): Promise<void> {
    if (this.#seat) throw new VideoError('not_allowed', 'already in a room: leave first')
    if (typeof RTCPeerConnection === 'undefined') throw new VideoError('unsupported', 'this browser has no WebRTC')
    if (Date.parse(seat.expiresAt) <= Date.now()) throw new VideoError('seat_expired', 'the seat has expired')
    this.#seat = seat
    this.#voice = new PeerSignaling(this.#signals)
    this.#status.setState('joining')
    this.#capture.choose(media)
    await this.#orReport(media.microphone, () => this.#capture.setMicrophone(true))
    await this.#orReport(media.camera, () => this.#capture.setCamera(true))
    // The person left during the permission prompt for the camera.
    if (this.#seat !== seat) return this.#capture.close()
    this.#listen()
    this.#status.setState('joined')
    this.#announce(true)
  }

  async leave(): Promise<void> {
    if (!this.#seat) return
    this.#voice.send(null, { type: 'bye' })
    this.#seat = null
    for (const stop of this.#stops.splice(0)) stop()
    for (const peer of [...this.#peers.values()]) this.#remove(peer)
    this.#capture.close()
    this.#measure = createMeasure()
    this.#status.setQuality('unknown')
    this.#status.setState('left')
  }

  setMicrophone(on: boolean): Promise<void> {
    return this.#orThrow(() => this.#capture.setMicrophone(on))
  }
  setCamera(on: boolean): Promise<void> {
    return this.#orThrow(() => this.#capture.setCamera(on))
  }
  startShare(): Promise<void> {
    return this.#orThrow(() => this.#capture.share())
  }
  async stopShare(): Promise<void> {
    this.#capture.stopShare()
  }
  devices() {
    return listDevices(this.#capture.idsInUse)
  }
  async useDevice(kind: DeviceKind, id: string): Promise<void> {
    await this.#orThrow(() => this.#capture.use(kind, id))
    this.#status.events.emit('devices-changed', await this.devices())
  }
  stats() {
    return this.#measure([...this.#peers.values()].map(({ link }) => link.connection))
  }

  #listen(): void {
    const announceTimer = setInterval(() => {
      if (this.#peers.size === 0) this.#announce(true)
    }, announceIntervalMs)
    const measureQuality = createMeasure()
    const measure = setInterval(() => void this.#judge(measureQuality), measureIntervalMs)
    this.#stops = [
      this.#signals.onMessage((from, data) => this.#receive(from, data)),
      watchPage({
        devicesChanged: () =>
          void this.devices().then((devices) => this.#status.events.emit('devices-changed', devices)),
        backOnline: () => {
          for (const { link } of this.#peers.values()) link.restart()
        },
        // A page in the back-forward cache may come back; the connection would not.
        pageHidden: () => void this.leave(),
      }),
      () => clearInterval(announceTimer),
      () => clearInterval(measure),
    ]
  }

  #receive(from: string, data: unknown): void {
    const signal = readSignal(data)
    if (!this.#seat || !signal || from === this.#seat.id || this.#over.has(signal.session)) return
    if ('to' in signal && signal.to !== this.#voice.session) return
    const known = this.#peers.get(from)
    if (signal.type === 'bye') {
      if (known?.session === signal.session) this.#remove(known)
      return
    }
    // Signals can overtake each other: the first one creates the peer.
    const peer = known?.session === signal.session ? known : this.#meet(from, signal.session)
    switch (signal.type) {
      case 'hello':
        if (signal.reply) this.#announce(false, from)
        return this.#setMedia(peer, signal.media)
      case 'media':
        return this.#setMedia(peer, signal.media)
      case 'description':
        // A failed description is corrected by the next: the link sends offers until it is connected.
        return void peer.link.handleDescription(signal.description).then(
          () => this.#refresh(peer),
          () => undefined,
        )
      case 'restart':
        return peer.link.restart()
      case 'candidate':
        // A failed candidate does not affect the others.
        return void peer.link.handleCandidate(signal.candidate).catch(() => undefined)
    }
  }

  /** Creates a new peer, or restarts a known one that came back in another stay. */
  #meet(id: string, session: string): RemotePeer {
    const seat = this.#seat
    if (!seat) throw new VideoError('not_allowed', 'not in a room')
    const link = new PeerLink({
      polite: seat.id < id,
      iceServers: seat.iceServers.map(({ urls, ...rest }) => ({ urls: [...urls], ...rest })),
      tracks: () => this.#capture.lineTracks,
      sendDescription: (description) => this.#voice.send(id, { type: 'description', to: session, description }),
      sendCandidate: (candidate) => this.#voice.send(id, { type: 'candidate', to: session, candidate }),
      requestRestart: () => this.#voice.send(id, { type: 'restart', to: session }),
      onState: (state) => this.#connectionChanged(id, session, state),
    })
    const known = this.#peers.get(id)
    if (known) {
      this.#over.add(known.session)
      known.begin(session, link)
      this.#setBroken(known, false)
      this.#refresh(known)
      return known
    }
    const role = seat.seats.find((other) => other.id === id)?.role ?? null
    const peer = new RemotePeer(id, role, session, link)
    this.#peers.set(id, peer)
    this.#status.events.emit('participant-joined', peer.participant)
    return peer
  }

  #remove(peer: RemotePeer): void {
    this.#over.add(peer.session)
    peer.link.close()
    this.#peers.delete(peer.id)
    if (!peer.away) this.#status.events.emit('participant-left', { id: peer.id })
    this.#settle()
  }

  #setMedia(peer: RemotePeer, media: MediaFlags): void {
    peer.media = media
    this.#refresh(peer)
  }

  #refresh(peer: RemotePeer): void {
    if (this.#peers.get(peer.id) !== peer || peer.away) return
    for (const kind of peer.refresh())
      this.#status.events.emit('track', { id: peer.id, kind, stream: peer.stream(kind) })
    this.#status.events.emit('participant-changed', peer.participant)
  }

  #connectionChanged(id: string, session: string, state: RTCPeerConnectionState): void {
    const peer = this.#peers.get(id)
    if (peer?.session !== session) return
    if (state === 'connected') this.#setBroken(peer, false)
    else if (state === 'failed' || state === 'disconnected') this.#setBroken(peer, true)
    this.#refresh(peer)
  }

  /** The link keeps trying while we are in the room, so that a closed laptop reconnects when it is opened. */
  #setBroken(peer: RemotePeer, broken: boolean): void {
    if (broken) peer.brokenSince ??= performance.now()
    else peer.brokenSince = null
    if (!broken && peer.away) {
      peer.away = false
      this.#status.events.emit('participant-joined', peer.participant)
    }
    this.#settle()
  }

  #settle(): void {
    if (!this.#seat || this.#status.state === 'joining') return
    const broken = [...this.#peers.values()].some(({ brokenSince, away }) => brokenSince !== null && !away)
    this.#status.setState(broken ? 'reconnecting' : 'joined')
  }

  async #judge(measure: ReturnType<typeof createMeasure>): Promise<void> {
    const peers = [...this.#peers.values()]
    for (const peer of peers) {
      // Disconnected without a leave signal: a closed laptop, an empty battery.
      if (peer.away || peer.brokenSince === null || performance.now() - peer.brokenSince < awayAfterMs) continue
      peer.away = true
      this.#status.events.emit('participant-left', { id: peer.id })
      this.#settle()
    }
    const stats = await measure(peers.map(({ link }) => link.connection)).catch(() => null)
    if (!this.#seat || !stats) return
    const quality = this.#status.state === 'reconnecting' ? 'bad' : rateQuality(stats)
    for (const peer of this.#peers.values()) {
      if (peer.quality === quality) continue
      peer.quality = quality
      this.#status.events.emit('participant-changed', peer.participant)
    }
    this.#status.setQuality(quality)
  }

  #localChanged(): void {
    for (const { link } of this.#peers.values()) link.sync()
    if (this.#seat && this.#status.state !== 'joining')
      this.#voice.send(null, { type: 'media', media: this.#capture.flags })
    this.#status.events.emit('local-changed', this.local)
  }

  #announce(reply: boolean, to: string | null = null): void {
    this.#voice.send(to, { type: 'hello', reply, media: this.#capture.flags })
  }

  /** While joining, a device that cannot be opened is reported, and the person joins without it. */
  async #orReport(wanted: boolean, work: () => Promise<void>): Promise<void> {
    if (!wanted) return
    await this.#orThrow(work).catch(() => undefined)
  }

  async #orThrow(work: () => Promise<void>): Promise<void> {
    if (!this.#seat) throw new VideoError('not_allowed', 'not in a room')
    try {
      await work()
    } catch (error) {
      if (error instanceof VideoError) this.#status.events.emit('error', error)
      throw error
    }
  }
}

export const createPeerDriver = (options: PeerDriverOptions): VideoDriver => new PeerDriver(options)
