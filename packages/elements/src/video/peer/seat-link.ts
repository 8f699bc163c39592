import type { PeerSignaling } from '../peer-signaling.ts'
import type { MediaLineTracks, ReadyConnection } from './ready-connection.ts'
import { PeerLink, type Description } from './peer-link.ts'

/** How long a greeting waits for its offer, in milliseconds. An offer that takes longer follows it. */
const offerTimeoutMs = 200

export interface SeatLinkOptions {
  readonly voice: PeerSignaling
  readonly polite: boolean
  readonly iceServers: readonly RTCIceServer[]
  readonly ready: ReadyConnection | null
  readonly tracks: () => MediaLineTracks
  readonly onRefused: (session: string) => void
  readonly onState: (session: string, state: RTCPeerConnectionState) => void
  readonly onMessage: (session: string, data: unknown) => void
}

/**
 * The connection to one seat, and its signals. Signals name the stay of the recipient, which is unknown before they are heard: an offer and
 * candidates that are made earlier are kept until then.
 */
export class SeatLink {
  readonly id: string
  readonly link: PeerLink
  /** The offer that was made before the other side was heard. */
  offer: Description | null = null
  readonly #options: SeatLinkOptions
  readonly #candidates: RTCIceCandidateInit[] = []
  #session: string | null = null
  #onOffer = (): void => {}

  constructor(id: string, options: SeatLinkOptions) {
    this.id = id
    this.#options = options
    const { polite, iceServers, ready, tracks, voice, onRefused, onState, onMessage } = options
    this.link = new PeerLink({
      ...{ polite, iceServers, ready, tracks },
      sendDescription: (description) => this.#sendDescription(description),
      sendCandidate: (candidate) => this.#sendCandidate(candidate),
      requestRestart: () => this.#session && voice.send(id, { type: 'restart', to: this.#session }),
      onRefused: (description) => {
        if (!this.#session) return
        voice.send(id, { type: 'refused', to: this.#session, description })
        onRefused(this.#session)
      },
      onState: (state) => this.#session && onState(this.#session, state),
      onMessage: (data) => this.#session && onMessage(this.#session, data),
    })
  }

  /** Resolves when there is an offer, or when it takes too long. */
  offered(): Promise<void> {
    return new Promise((resolve) => {
      if (this.offer) return resolve()
      const timer = setTimeout(resolve, offerTimeoutMs)
      this.#onOffer = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }

  /** The other side was heard, in this stay. What was kept is sent. */
  begin(session: string, hasOffer: boolean): void {
    this.#session = session
    if (this.offer && !hasOffer) this.#sendDescription(this.offer)
    this.offer = null
    for (const candidate of this.#candidates.splice(0)) this.#sendCandidate(candidate)
  }

  #sendDescription(description: Description): void {
    const { voice } = this.#options
    if (this.#session) return voice.send(this.id, { type: 'description', to: this.#session, description })
    this.offer = description
    this.#onOffer()
  }

  #sendCandidate(candidate: RTCIceCandidateInit): void {
    const { voice } = this.#options
    if (this.#session) voice.send(this.id, { type: 'candidate', to: this.#session, candidate })
    else this.#candidates.push(candidate)
  }
}
