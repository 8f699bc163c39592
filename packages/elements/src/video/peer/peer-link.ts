/** The media lines of a connection, always these, in this order. */
export const mediaLines = ['audio', 'camera', 'screen', 'screenAudio'] as const
export type MediaLine = (typeof mediaLines)[number]
export type MediaLineTracks = Readonly<Record<MediaLine, MediaStreamTrack | null>>

/** `number` counts a side's own offers; an answer carries the number of the offer that it answers. */
export interface Description {
  readonly type: 'offer' | 'answer'
  readonly sdp: string
  readonly number: number
}

export interface PeerLinkOptions {
  /** Gives way when both sides offer at the same time. Of two sides exactly one is polite. */
  readonly polite: boolean
  readonly iceServers: readonly RTCIceServer[]
  readonly tracks: () => MediaLineTracks
  readonly sendDescription: (description: Description) => void
  readonly sendCandidate: (candidate: RTCIceCandidateInit) => void
  /** Asks the impolite side to look for a new path. */
  readonly askRestart: () => void
  readonly onState: (state: RTCPeerConnectionState) => void
}

/** How long a connection may take to come about or to come back before the next attempt, in milliseconds. */
const retryIntervalMs = 4000

/**
 * One connection to one other browser: perfect negotiation as W3C's WebRTC recommendation gives it (section 10.7), with
 * `isSettingRemoteAnswerPending`; without that, an offer that arrives while the answer before it is still being applied gets lost.
 * The impolite side makes the media lines; turning things on and off then only replaces tracks, and the polite side asks for a new path
 * instead of offering one. So offers do not normally cross, which matters: Chromium 156 stops drawing what it receives once an offer
 * with an ICE restart is rolled back (measured; the frames go on being decoded).
 */
export class PeerLink {
  readonly connection: RTCPeerConnection
  readonly #options: PeerLinkOptions
  #makingOffer = false
  #ignoreOffer = false
  #isSettingRemoteAnswerPending = false
  #offered = 0
  /** The other side's newest offer, and our answer to it once there is one. */
  #heard: { number: number; answer: Description | null } = { number: 0, answer: null }
  /** Candidates that came before the description they belong to. */
  #early: RTCIceCandidateInit[] = []
  #nudge: ReturnType<typeof setInterval>

  constructor(options: PeerLinkOptions) {
    this.#options = options
    this.connection = new RTCPeerConnection({ iceServers: [...options.iceServers] })
    this.connection.onnegotiationneeded = () => void this.#offer()
    this.connection.onicecandidate = ({ candidate }) => {
      if (candidate) options.sendCandidate(candidate.toJSON())
    }
    this.connection.onconnectionstatechange = () => {
      if (this.connection.connectionState === 'failed') this.restart()
      options.onState(this.connection.connectionState)
    }
    this.#nudge = setInterval(() => this.#tryAgain(), retryIntervalMs)
    if (options.polite) return
    const tracks = options.tracks()
    for (const line of mediaLines) {
      const kind = line === 'audio' || line === 'screenAudio' ? 'audio' : 'video'
      const transceiver = this.connection.addTransceiver(tracks[line] ?? kind, { direction: 'sendrecv' })
      preferSmallDescription(transceiver, kind)
    }
  }

  async handleDescription(description: Description): Promise<void> {
    const { connection } = this
    if (description.type === 'answer') {
      // Signals may be late: an answer to an older offer would join two different tries, and no path would be found.
      if (description.number !== this.#offered || connection.signalingState !== 'have-local-offer') return
      this.#isSettingRemoteAnswerPending = true
      try {
        await connection.setRemoteDescription(description)
      } catch (error) {
        // Our offer was rolled back between the look at the state and now, by an offer that stood in line before.
        if (!(error instanceof DOMException && error.name === 'InvalidStateError')) throw error
      } finally {
        this.#isSettingRemoteAnswerPending = false
      }
      return this.#useEarly()
    }
    if (description.number < this.#heard.number) return
    if (description.number === this.#heard.number) {
      // Sent again because our answer did not arrive.
      if (this.#heard.answer) this.#options.sendDescription(this.#heard.answer)
      return
    }
    const readyForOffer =
      !this.#makingOffer && (connection.signalingState === 'stable' || this.#isSettingRemoteAnswerPending)
    this.#ignoreOffer = !this.#options.polite && !readyForOffer
    if (this.#ignoreOffer) return
    this.#heard = { number: description.number, answer: null }
    await connection.setRemoteDescription(description)
    await this.#useEarly()
    for (const transceiver of connection.getTransceivers()) transceiver.direction = 'sendrecv'
    this.sync()
    await connection.setLocalDescription()
    this.#announce()
  }

  async handleCandidate(candidate: RTCIceCandidateInit): Promise<void> {
    try {
      await this.connection.addIceCandidate(candidate)
    } catch {
      // Of a description that is still on its way, or of an offer that was ignored: the next description decides.
      if (this.#early.length < 64) this.#early.push(candidate)
    }
  }

  async #useEarly(): Promise<void> {
    for (const candidate of this.#early.splice(0))
      await this.connection.addIceCandidate(candidate).catch(() => undefined)
  }

  /** Sends what is on now. */
  sync(): void {
    const tracks = this.#options.tracks()
    this.connection.getTransceivers().forEach(({ sender }, index) => {
      const line = mediaLines[index]
      // A rejection means that the connection was closed in the meantime.
      if (line && sender.track !== tracks[line]) sender.replaceTrack(tracks[line]).catch(() => undefined)
    })
  }

  received(line: MediaLine): MediaStreamTrack | null {
    return this.connection.getTransceivers()[mediaLines.indexOf(line)]?.receiver.track ?? null
  }

  /** Looks for a new path, after the network changed or broke. */
  restart(): void {
    if (this.connection.signalingState === 'closed' || !this.connection.remoteDescription) return
    if (this.#options.polite) this.#options.askRestart()
    else this.connection.restartIce()
  }

  close(): void {
    clearInterval(this.#nudge)
    this.connection.onconnectionstatechange = null
    this.connection.close()
  }

  async #offer(): Promise<void> {
    try {
      this.#makingOffer = true
      await this.connection.setLocalDescription()
      this.#announce()
    } catch {
      // Closed in the meantime, or rolled back by the other side's offer; the browser asks again if there is still something to negotiate.
    } finally {
      this.#makingOffer = false
    }
  }

  /** Signals get lost when a page's live stream breaks: an unanswered offer is sent again, a broken path is looked for again. */
  #tryAgain(): void {
    const { connectionState, localDescription, signalingState } = this.connection
    if (connectionState === 'connected' || connectionState === 'closed') return
    if (signalingState === 'have-local-offer' && localDescription) this.#sendOffer(localDescription)
    else if (connectionState === 'failed' || connectionState === 'disconnected') this.restart()
  }

  /**
   * Sends what was just set. The browser chooses between offer and answer at the moment of setting, so either caller may get either:
   * a wish to negotiate becomes the answer when the other side's offer came first, and its own offer follows.
   */
  #announce(): void {
    const { localDescription } = this.connection
    if (localDescription?.type === 'offer') {
      this.#offered += 1
      this.#sendOffer(localDescription)
    } else if (localDescription?.type === 'answer') {
      this.#heard.answer = { type: 'answer', sdp: localDescription.sdp, number: this.#heard.number }
      this.#options.sendDescription(this.#heard.answer)
    }
  }

  #sendOffer({ sdp }: RTCSessionDescription): void {
    this.#options.sendDescription({ type: 'offer', sdp, number: this.#offered })
  }
}

/**
 * Every browser has Opus and VP8. Naming only these keeps a description near 6 kB instead of 20: signals are limited to 16 kB.
 */
const preferSmallDescription = (transceiver: RTCRtpTransceiver, kind: 'audio' | 'video'): void => {
  const wanted = kind === 'audio' ? ['audio/opus'] : ['video/vp8', 'video/rtx']
  const codecs =
    RTCRtpReceiver.getCapabilities(kind)?.codecs.filter(({ mimeType }) => wanted.includes(mimeType.toLowerCase())) ?? []
  // Not in every browser; without it the description is only longer.
  if (codecs.length > 0) transceiver.setCodecPreferences?.(codecs)
}
