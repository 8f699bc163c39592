import type { SeatRole } from '@visitkit/sdk'
import type { LinkState, Quality, VideoParticipant } from '../driver.ts'
import { streamOf } from '../stream-of.ts'
import { linkState } from './link-state.ts'
import { MediaArrival } from './media-arrival.ts'
import type { PeerLink } from './peer-link.ts'
import type { MediaFlags } from './signals.ts'

/** Measurements between two attempts on another path. */
const restartEvery = 5

const nothing: MediaFlags = { microphone: false, camera: false, screen: false }

/** One other participant: their current stay, the connection to it, and their streams. */
export class RemotePeer {
  readonly id: string
  readonly role: SeatRole | null
  /** Their stay in the room; a reload starts another one. */
  session: string
  link: PeerLink
  quality: Quality = 'unknown'
  state: LinkState = 'connecting'
  #media: MediaFlags = nothing
  #streams: { audio: MediaStream | null; camera: MediaStream | null; screen: MediaStream | null } = {
    audio: null,
    camera: null,
    screen: null,
  }
  #arrival = new MediaArrival()
  #isRefused = false
  #isGone = false
  #wasConnected = false
  #isUp = false
  /** When the connection broke, or was first attempted. */
  #waitingSince = performance.now()
  #heardAt = performance.now()

  constructor(id: string, role: SeatRole | null, session: string, link: PeerLink) {
    this.id = id
    this.role = role
    this.session = session
    this.link = link
  }

  /** They came back in another stay: discards the state of the previous one. */
  begin(session: string, link: PeerLink): void {
    this.link.close()
    this.session = session
    this.link = link
    this.#media = nothing
    this.#arrival = new MediaArrival()
    this.#isRefused = false
    this.#isGone = false
    this.#wasConnected = false
    this.#isUp = false
    this.#waitingSince = performance.now()
    this.#update()
  }

  get participant(): VideoParticipant {
    return {
      id: this.id,
      role: this.role,
      ...this.#streams,
      microphoneOn: this.#media.microphone,
      cameraOn: this.#media.camera,
      link: this.state,
      quality: this.quality,
    }
  }

  /** The connection was there, and is not now. */
  get isBroken(): boolean {
    return this.state === 'reconnecting'
  }

  /** What they say that they send. */
  say(media: MediaFlags): void {
    if ((media.change ?? Infinity) >= (this.#media.change ?? 0)) this.#media = media
  }

  /** A signal came from them. */
  hear(): void {
    this.#heardAt = performance.now()
  }

  /** Their browser or this one did not accept a description. */
  refuse(): void {
    this.#isRefused = true
  }

  /** They closed their page without leaving. The seat is theirs, and they may come back. */
  goAway(): void {
    this.link.close()
    this.#media = nothing
    this.#isGone = true
  }

  /** The browser reports another state of the connection. */
  connectionChanged(state: RTCPeerConnectionState): void {
    const isUp = state === 'connected'
    if (this.#isUp && !isUp) this.#waitingSince = performance.now()
    this.#isUp = isUp
    if (!isUp) return
    this.#wasConnected = true
    this.#isRefused = false
  }

  /** Called every second. Returns whether the state has changed. */
  async measure(): Promise<boolean> {
    const before = this.state
    const { link } = this
    if (link.connection.connectionState === 'connected') {
      await this.#arrival.measure(link, this.#media).catch(() => undefined)
      // A browser takes many seconds to notice that the path is gone.
      if (this.link === link && this.#isSilent && this.#arrival.silence % restartEvery === 1) link.restart()
    }
    this.#update()
    return this.state !== before
  }

  /** Their picture has not arrived for some seconds, and it is time to ask for it. */
  get isPictureDue(): boolean {
    return this.state === 'no-picture' && this.#arrival.isPictureDue
  }

  get #isSilent(): boolean {
    return this.#arrival.silence > 0 && this.#media.interrupted !== true
  }

  /** Updates the tracks and the state; returns the kinds with another stream than before. */
  refresh(): readonly ('audio' | 'camera' | 'screen')[] {
    const before = this.#streams
    const { link } = this
    const media = this.#media
    this.#update()
    const connected = link.hasRemoteDescription
    // The sound line stays while muted: it sends nothing, and unmuting must not wait for a new element.
    this.#streams = {
      audio: connected ? streamOf(before.audio, [link.received('audio')]) : null,
      camera: connected && media.camera ? streamOf(before.camera, [link.received('camera')]) : null,
      screen:
        connected && media.screen
          ? streamOf(before.screen, [link.received('screen'), link.received('screenAudio')])
          : null,
    }
    return (['audio', 'camera', 'screen'] as const).filter((kind) => before[kind] !== this.#streams[kind])
  }

  stream(kind: 'audio' | 'camera' | 'screen'): MediaStream | null {
    return this.#streams[kind]
  }

  #update(): void {
    const { connection } = this.link
    const now = performance.now()
    this.state = linkState({
      connectionState: connection.connectionState,
      hasAgreed: this.link.hasRemoteDescription && connection.signalingState === 'stable',
      isRefused: this.#isRefused,
      isGone: this.#isGone,
      wasConnected: this.#wasConnected,
      waitingMs: now - this.#waitingSince,
      isInterrupted: this.#media.interrupted === true,
      silentMs: now - this.#heardAt,
      pictureArrives: this.#arrival.pictureArrives,
      soundArrives: this.#arrival.soundArrives,
      isSilent: this.#isSilent,
    })
  }
}
