import { trackKind, trackNames, type TrackName, type Tracks } from './media-names.ts'

/** Messages between two call machines. */
export type LinkSignal =
  { description: RTCSessionDescriptionInit } | { candidate: RTCIceCandidateInit | null } | { restart: true }

/**
 * The connection to one other participant. The participant who joined later negotiates four media lines once. Turning something on or off
 * only replaces a track, so that the two sides never offer at the same time.
 */
export class PeerLink {
  readonly #connection = new RTCPeerConnection({ iceServers: [] })
  readonly #send: (signal: LinkSignal) => void
  readonly #offers: boolean
  readonly #tracks: () => Tracks
  readonly #waiting: (RTCIceCandidateInit | null)[] = []
  #work: Promise<void> = Promise.resolve()

  constructor(offers: boolean, tracks: () => Tracks, send: (signal: LinkSignal) => void, changed: () => void) {
    this.#offers = offers
    this.#tracks = tracks
    this.#send = send
    this.#connection.onicecandidate = ({ candidate }) => send({ candidate: candidate?.toJSON() ?? null })
    this.#connection.ontrack = ({ track }) => {
      track.onmute = changed
      track.onunmute = changed
      changed()
    }
    this.#connection.onconnectionstatechange = () => {
      if (this.#connection.connectionState === 'failed') this.#restart()
      changed()
    }
    if (!offers) return
    for (const name of trackNames)
      this.#connection.addTransceiver(tracks()[name] ?? trackKind(name), { direction: 'sendrecv' })
    this.#offer()
  }

  /** One signal at a time, in order of arrival. */
  handleSignal(signal: LinkSignal): void {
    this.#work = this.#work
      .then(() => this.#take(signal))
      .catch((error: unknown) => console.warn('sandbox call machine', error))
  }

  /** Sends the active tracks. Does nothing before the lines are negotiated; after that they start with the active tracks. */
  sync(): void {
    const tracks = this.#tracks()
    this.#connection.getTransceivers().forEach((transceiver, line) => {
      const name = trackNames[line]
      if (name && transceiver.sender.track !== tracks[name]) void transceiver.sender.replaceTrack(tracks[name])
    })
  }

  track(name: TrackName): MediaStreamTrack | null {
    return this.#connection.getTransceivers()[trackNames.indexOf(name)]?.receiver.track ?? null
  }

  stats(): Promise<RTCStatsReport> {
    return this.#connection.getStats()
  }

  close(): void {
    this.#connection.close()
  }

  async #take(signal: LinkSignal): Promise<void> {
    if ('restart' in signal) {
      if (this.#offers) this.#restart()
    } else if ('candidate' in signal) {
      if (this.#connection.remoteDescription) await this.#connection.addIceCandidate(signal.candidate)
      else this.#waiting.push(signal.candidate)
    } else {
      await this.#connection.setRemoteDescription(signal.description)
      for (const candidate of this.#waiting.splice(0)) await this.#connection.addIceCandidate(candidate)
      if (signal.description.type !== 'offer') return
      for (const transceiver of this.#connection.getTransceivers()) transceiver.direction = 'sendrecv'
      this.sync()
      await this.#connection.setLocalDescription()
      this.#sendDescription()
    }
  }

  #offer(): void {
    this.#work = this.#work
      .then(() => this.#connection.setLocalDescription())
      .then(() => this.#sendDescription())
      .catch((error: unknown) => console.warn('sandbox call machine', error))
  }

  #restart(): void {
    if (!this.#offers) return this.#send({ restart: true })
    this.#connection.restartIce()
    this.#offer()
  }

  #sendDescription(): void {
    const description = this.#connection.localDescription
    if (description) this.#send({ description: description.toJSON() as RTCSessionDescriptionInit })
  }
}
