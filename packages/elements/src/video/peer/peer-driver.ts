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
import { canConnect } from '../can-call.ts'
import { readCaption, writeCaption, type CaptionText } from '../caption.ts'
import { DriverStatus } from '../driver-status.ts'
import { listDevices } from '../list-devices.ts'
import { LocalCapture } from './local-capture.ts'
import { createMeasure } from './measure-connections.ts'
import { PeerMonitor } from './peer-monitor.ts'
import { PeerSignaling } from '../peer-signaling.ts'
import { RemotePeer } from './remote-peer.ts'
import { SeatLink } from './seat-link.ts'
import { sendPictureAgain } from './send-picture-again.ts'
import { readSignal, type PeerSignal } from './signals.ts'
import { watchPage } from './watch-page.ts'
import { WayIn } from './way-in.ts'

export interface PeerDriverOptions {
  readonly signals: SignalChannel
}

const announceIntervalMs = 5000

/**
 * Connects two or three browsers directly. Greetings over the signal channel announce who is in the room. Of two seats the one with the
 * smaller id is polite and waits for the other's offer. A person who reloads greets again with a new stay and is connected again under the
 * same id.
 */
class PeerDriver implements VideoDriver {
  readonly name = 'peer'
  readonly #signals: SignalChannel
  readonly #status = new DriverStatus()
  readonly #capture = new LocalCapture(
    () => this.#localChanged(),
    (error) => {
      if (!(error instanceof VideoError)) return
      if (this.#seat) this.#status.events.emit('error', error)
      else this.#missing.push(error)
    },
  )
  readonly #peers = new Map<string, RemotePeer>()
  readonly #monitor = new PeerMonitor(this.#peers, this.#status, {
    refresh: (peer) => this.#refresh(peer),
    greet: ({ id }) => this.#announce(true, id),
    askForPicture: ({ id, session }) => this.#voice.send(id, { type: 'picture-lost', to: session }),
  })
  /** Of devices that could not be opened before there was a seat. */
  readonly #missing: VideoError[] = []
  readonly #wayIn = new WayIn()
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
    return new Map([...this.#peers].map(([id, peer]) => [id, peer.participant]))
  }
  on<Name extends keyof VideoEvents>(name: Name, listener: (detail: VideoEvents[Name]) => void): () => void {
    return this.#status.events.on(name, listener)
  }

  prepare(media: MediaChoice): void {
    if (this.#wayIn.hasBegun || !canConnect()) return
    this.#status.setState(media.microphone || media.camera ? 'getting-devices' : 'connecting')
    this.#wayIn.begin(this.#capture.open(media))
  }

  async join(seat: VideoSeat, media: MediaChoice): Promise<void> {
    if (this.#seat) throw new VideoError('not_allowed', 'already in a room: leave first')
    if (!canConnect()) throw new VideoError('unsupported', 'this browser has no WebRTC')
    if (Date.parse(seat.expiresAt) <= Date.now()) throw new VideoError('seat_expired', 'the seat has expired')
    this.#seat = seat
    this.#voice = new PeerSignaling(this.#signals)
    this.prepare(media)
    const first = seat.seats.find(({ id }) => id !== seat.id)
    // The other side would make the offer, if this one is polite.
    await this.#wayIn.finish(first && seat.id > first.id ? this.#connect(first.id) : null)
    // A device that cannot be opened is reported, and the person joins without it.
    for (const error of this.#missing.splice(0)) if (this.#seat === seat) this.#status.events.emit('error', error)
    // The person left during the permission prompt.
    if (this.#seat !== seat) return
    this.#status.setState('connecting')
    await this.#wayIn.offered()
    if (this.#seat !== seat) return
    this.#listen()
    // Sent before the room is rendered.
    this.#announce(true)
    this.#status.setState('joined')
  }

  leave(): Promise<void> {
    return this.#leave(false)
  }

  async #leave(mayReturn: boolean): Promise<void> {
    if (!this.#seat && !this.#wayIn.hasBegun) return
    if (this.#seat) this.#voice.send(null, { type: 'bye', mayReturn })
    this.#seat = null
    this.#wayIn.end()
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
  reopen(): Promise<void> {
    return this.#orThrow(() => this.#capture.reopen())
  }
  forget(seatId: string): void {
    const peer = this.#peers.get(seatId)
    if (peer) this.#remove(peer)
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

  sendCaption(caption: CaptionText): void {
    const text = JSON.stringify(writeCaption(caption))
    for (const { link } of this.#peers.values()) link.send(text)
  }

  #heard(id: string, session: string, data: unknown): void {
    const caption = this.#peers.get(id)?.session === session ? readCaption(data) : null
    if (caption) this.#status.events.emit('caption', { ...caption, from: id, isByMachine: false })
  }

  #listen(): void {
    const announceTimer = setInterval(() => {
      this.#wayIn.dropOffer()
      if (this.#peers.size === 0) this.#announce(true)
    }, announceIntervalMs)
    this.#monitor.start()
    this.#stops = [
      this.#signals.onMessage((from, data) => this.#receive(from, data)),
      watchPage({
        devicesChanged: () =>
          void this.devices().then((devices) => this.#status.events.emit('devices-changed', devices)),
        backOnline: () => {
          for (const { link } of this.#peers.values()) link.restart()
        },
        // A page in the back-forward cache may come back; the connection would not.
        pageHidden: () => void this.#leave(true),
        cameBack: () => void this.reopen().catch(() => undefined),
      }),
      () => clearInterval(announceTimer),
      () => this.#monitor.stop(),
    ]
  }

  #receive(from: string, data: unknown): void {
    const signal = readSignal(data)
    if (!this.#seat || !signal || from === this.#seat.id || this.#over.has(signal.session)) return
    if ('to' in signal && signal.to !== this.#voice.session) return
    const known = this.#peers.get(from)
    // A window that the person has left: the server knows its session by the seat that replaced its own.
    if ([...this.#peers.values()].some((peer) => peer !== known && peer.session === signal.session)) return
    if (signal.type === 'bye')
      return known?.session === signal.session ? this.#end(known, signal.mayReturn === true) : undefined
    // Signals can overtake each other: the first one creates the peer.
    const peer = known?.session === signal.session ? known : this.#meet(from, signal)
    peer.hear()
    switch (signal.type) {
      case 'hello': {
        const offer = signal.offer?.to === this.#seat.id ? signal.offer.description : null
        if (signal.reply) this.#announce(false, from, offer !== null)
        peer.say(signal.media)
        if (offer) void peer.link.handleDescription(offer).then(() => this.#refresh(peer))
        return this.#refresh(peer)
      }
      case 'media':
        peer.say(signal.media)
        return this.#refresh(peer)
      case 'description':
        return void peer.link.handleDescription(signal.description).then(() => this.#refresh(peer))
      case 'refused':
        if (signal.description.type === 'offer') peer.link.offerRefused(signal.description.number)
        return this.#refused(from, signal.session)
      case 'restart':
        return peer.link.restart()
      case 'picture-lost':
        return void sendPictureAgain(peer.link, this.#capture)
      case 'candidate':
        // A failed candidate does not affect the others.
        return void peer.link.handleCandidate(signal.candidate).catch(() => undefined)
    }
  }

  #connect(id: string): SeatLink {
    const seat = this.#seat
    if (!seat) throw new VideoError('not_allowed', 'not in a room')
    const polite = seat.id < id
    return new SeatLink(id, {
      ...{ voice: this.#voice, polite, ready: polite ? null : this.#wayIn.takeReady() },
      iceServers: seat.iceServers.map(({ urls, ...rest }) => ({ urls: [...urls], ...rest })),
      tracks: () => this.#capture.lineTracks,
      onRefused: (session) => this.#refused(id, session),
      onState: (session, state) => this.#connectionChanged(id, session, state),
      onMessage: (session, data) => this.#heard(id, session, data),
    })
  }

  /** Creates a new peer, or restarts a known one that came back in another stay. */
  #meet(id: string, signal: PeerSignal): RemotePeer {
    const { session } = signal
    const to = this.#wayIn.take(id) ?? this.#connect(id)
    to.begin(session, signal.type !== 'hello' || signal.hasOffer === true)
    const { link } = to
    const known = this.#peers.get(id)
    if (known) {
      this.#over.add(known.session)
      known.begin(session, link)
      this.#refresh(known)
      this.#monitor.settle()
      return known
    }
    const role = this.#seat?.seats.find((other) => other.id === id)?.role ?? null
    const peer = new RemotePeer(id, role, session, link)
    this.#peers.set(id, peer)
    this.#status.events.emit('participant-joined', peer.participant)
    return peer
  }

  #end(peer: RemotePeer, mayReturn: boolean): void {
    if (!mayReturn) return this.#remove(peer)
    this.#over.add(peer.session)
    peer.goAway()
    this.#refresh(peer)
    this.#monitor.settle()
  }

  #remove(peer: RemotePeer): void {
    this.#over.add(peer.session)
    peer.link.close()
    this.#peers.delete(peer.id)
    this.#status.events.emit('participant-left', { id: peer.id })
    this.#monitor.settle()
  }

  #refresh(peer: RemotePeer): void {
    if (this.#peers.get(peer.id) !== peer) return
    for (const kind of peer.refresh())
      this.#status.events.emit('track', { id: peer.id, kind, stream: peer.stream(kind) })
    this.#status.events.emit('participant-changed', peer.participant)
  }

  /** The link sends offers until it is connected: the next one may be accepted. */
  #refused(id: string, session: string): void {
    const peer = this.#peers.get(id)
    if (peer?.session !== session) return
    peer.refuse()
    this.#refresh(peer)
  }

  #connectionChanged(id: string, session: string, state: RTCPeerConnectionState): void {
    const peer = this.#peers.get(id)
    if (peer?.session !== session) return
    peer.connectionChanged(state)
    this.#refresh(peer)
    this.#monitor.settle()
  }

  #localChanged(): void {
    this.#wayIn.sync()
    for (const { link } of this.#peers.values()) link.sync()
    if (this.#status.isIn) this.#voice.send(null, { type: 'media', media: this.#capture.flags })
    this.#status.events.emit('local-changed', this.local)
  }

  #announce(reply: boolean, to: string | null = null, hasOffer = false): void {
    this.#voice.send(to, {
      ...{ type: 'hello', reply, media: this.#capture.flags },
      ...(to === null && this.#wayIn.greeting),
      ...(hasOffer && { hasOffer }),
    })
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
