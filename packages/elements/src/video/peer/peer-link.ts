import { cleanDescription } from './clean-description.ts'
import {
  addChannel,
  addLines,
  connectionTo,
  mediaLines,
  type MediaLine,
  type MediaLineTracks,
  type ReadyConnection,
} from './ready-connection.ts'

/** `number` counts a side's own offers; an answer has the number of its offer. */
export interface Description {
  readonly type: 'offer' | 'answer'
  readonly sdp: string
  readonly number: number
}

export interface PeerLinkOptions {
  /** Yields when both sides offer at the same time. Exactly one of two sides is polite. */
  readonly polite: boolean
  readonly iceServers: readonly RTCIceServer[]
  /** For the impolite side: a connection with its lines. */
  readonly ready?: ReadyConnection | null
  readonly tracks: () => MediaLineTracks
  readonly sendDescription: (description: Description) => void
  readonly sendCandidate: (candidate: RTCIceCandidateInit) => void
  /** Asks the impolite side for an ICE restart. */
  readonly requestRestart: () => void
  /** This browser did not accept a description of the other one. */
  readonly onRefused: (description: Pick<Description, 'type' | 'number'>) => void
  readonly onState: (state: RTCPeerConnectionState) => void
  /** What the other browser sent next to sound and picture. */
  readonly onMessage: (data: unknown) => void
}

/** Timeout for a connection to be established or restored before the next attempt, in milliseconds. */
const retryIntervalMs = 4000

/**
 * One connection to one other browser: perfect negotiation as in W3C's WebRTC recommendation (section 10.7), with
 * `isSettingRemoteAnswerPending`. Without it, an offer that arrives while the previous answer is being applied is lost. The impolite side
 * creates the media lines. Turning media on and off then only replaces tracks, and the polite side requests an ICE restart instead of
 * offering one. So offers do not normally collide, which matters: Chromium 156 stops rendering received video after an offer with an ICE
 * restart is rolled back (measured; the frames are still decoded).
 */
export class PeerLink {
  readonly connection: RTCPeerConnection
  readonly #options: PeerLinkOptions
  #makingOffer = false
  #ignoreOffer = false
  #isSettingRemoteAnswerPending = false
  #offered = 0
  #isOfferRefused = false
  /** The other side's newest offer, and our answer to it, if there is one. */
  #received: { number: number; answer: Description | null } = { number: 0, answer: null }
  /** Candidates that arrived before their description. */
  #pendingCandidates: RTCIceCandidateInit[] = []
  #retryTimer: ReturnType<typeof setInterval>
  #channel: RTCDataChannel | null = null

  constructor(options: PeerLinkOptions) {
    this.#options = options
    const { ready, iceServers } = options
    this.connection = ready?.connection ?? new RTCPeerConnection(connectionTo(iceServers))
    ready?.connection.setConfiguration(connectionTo(iceServers))
    this.connection.onnegotiationneeded = () => void this.#offer()
    this.connection.onicecandidate = ({ candidate }) => {
      if (candidate) options.sendCandidate(candidate.toJSON())
    }
    this.connection.onconnectionstatechange = () => {
      if (this.connection.connectionState === 'failed') this.restart()
      options.onState(this.connection.connectionState)
    }
    this.#retryTimer = setInterval(() => this.#tryAgain(), retryIntervalMs)
    // Made by the impolite side, as the media lines are.
    this.connection.ondatachannel = ({ channel }) => this.#listen(channel)
    if (options.polite) return
    if (!ready) addLines(this.connection, options.tracks())
    else this.sync()
    this.#listen(ready?.channel ?? addChannel(this.connection))
    if (ready?.needsOffer) void this.#offer()
  }

  async handleDescription(description: Description): Promise<void> {
    try {
      await this.#accept(description)
    } catch {
      // Closed in the meantime: nothing was refused.
      if (this.connection.signalingState === 'closed') return
      const { type, number } = description
      if (type === 'answer') this.offerRefused(number)
      this.#options.onRefused({ type, number })
    }
  }

  async #accept(description: Description): Promise<void> {
    const { connection } = this
    if (description.type === 'answer') {
      // Signals may be late: an answer to an older offer would combine two attempts, and no path would be found.
      if (description.number !== this.#offered || connection.signalingState !== 'have-local-offer') return
      this.#isSettingRemoteAnswerPending = true
      try {
        await connection.setRemoteDescription(description)
      } catch (error) {
        // Our offer was rolled back after the state was read, by an offer that was queued before.
        if (!(error instanceof DOMException && error.name === 'InvalidStateError')) throw error
      } finally {
        this.#isSettingRemoteAnswerPending = false
      }
      return this.#addPendingCandidates()
    }
    if (description.number < this.#received.number) return
    if (description.number === this.#received.number) {
      // Sent again because our answer did not arrive.
      if (this.#received.answer) this.#options.sendDescription(this.#received.answer)
      return
    }
    const readyForOffer =
      !this.#makingOffer && (connection.signalingState === 'stable' || this.#isSettingRemoteAnswerPending)
    this.#ignoreOffer = !this.#options.polite && !readyForOffer
    if (this.#ignoreOffer) return
    this.#received = { number: description.number, answer: null }
    await connection.setRemoteDescription(description)
    await this.#addPendingCandidates()
    for (const transceiver of connection.getTransceivers()) transceiver.direction = 'sendrecv'
    this.sync()
    await connection.setLocalDescription()
    this.#announce()
  }

  #listen(channel: RTCDataChannel): void {
    this.#channel = channel
    channel.onmessage = ({ data }) => this.#options.onMessage(data)
  }

  /** Sends a text next to sound and picture. It is lost while there is no connection. */
  send(text: string): void {
    if (this.#channel?.readyState === 'open') this.#channel.send(text)
  }

  async handleCandidate(candidate: RTCIceCandidateInit): Promise<void> {
    try {
      await this.connection.addIceCandidate(candidate)
    } catch {
      // For a description that has not arrived, or for an ignored offer: the next description decides.
      if (this.#pendingCandidates.length < 64) this.#pendingCandidates.push(candidate)
    }
  }

  async #addPendingCandidates(): Promise<void> {
    for (const candidate of this.#pendingCandidates.splice(0))
      await this.connection.addIceCandidate(candidate).catch(() => undefined)
  }

  /** Sends the current tracks. */
  sync(): void {
    const tracks = this.#options.tracks()
    this.connection.getTransceivers().forEach(({ sender }, index) => {
      const line = mediaLines[index]
      // A rejection means that the connection was closed in the meantime.
      if (line && sender.track !== tracks[line]) sender.replaceTrack(tracks[line]).catch(() => undefined)
    })
  }

  /** Takes the track from its line and returns it, so that the browser encodes it from the beginning. */
  async sendAgain(line: MediaLine): Promise<void> {
    // Closed in the meantime.
    await this.#sender(line)
      ?.replaceTrack(null)
      .catch(() => undefined)
    this.sync()
  }

  #sender(line: MediaLine): RTCRtpSender | undefined {
    return this.connection.getTransceivers()[mediaLines.indexOf(line)]?.sender
  }

  /** How many frames the device of this line has given. Null when the browser does not count them. */
  async framesTaken(line: MediaLine): Promise<number | null> {
    const report = await this.#sender(line)
      ?.getStats()
      .catch(() => undefined)
    for (const entry of report?.values() ?? []) if (entry.type === 'media-source') return entry.frames ?? null
    return null
  }

  /** Firefox throws when the description of a closed connection is read. */
  get hasRemoteDescription(): boolean {
    return this.connection.signalingState !== 'closed' && this.connection.remoteDescription !== null
  }

  received(line: MediaLine): MediaStreamTrack | null {
    return this.receiver(line)?.track ?? null
  }

  receiver(line: MediaLine): RTCRtpReceiver | null {
    return this.connection.getTransceivers()[mediaLines.indexOf(line)]?.receiver ?? null
  }

  /** The other browser did not accept this offer. The next attempt makes a new one. */
  offerRefused(number: number): void {
    if (number === this.#offered) this.#isOfferRefused = true
  }

  /** Restarts ICE, after the network changed or failed. */
  restart(): void {
    if (!this.hasRemoteDescription) return
    if (this.#options.polite) this.#options.requestRestart()
    // Both sides may notice at once: an offer that waits for its answer is the restart.
    else if (this.connection.signalingState !== 'have-local-offer') this.connection.restartIce()
  }

  close(): void {
    clearInterval(this.#retryTimer)
    this.connection.onconnectionstatechange = null
    this.connection.close()
  }

  async #offer(): Promise<void> {
    try {
      this.#makingOffer = true
      await this.connection.setLocalDescription()
      this.#announce()
    } catch {
      // Closed in the meantime, or rolled back by the other side's offer; the browser fires the event again if negotiation is still needed.
    } finally {
      this.#makingOffer = false
    }
  }

  /** Signals are lost when a page's live stream breaks: sends an unanswered offer again, or restarts ICE on a broken path. */
  #tryAgain(): void {
    const { connectionState, localDescription, signalingState } = this.connection
    if (connectionState === 'closed') return
    if (signalingState === 'have-local-offer' && this.#isOfferRefused) void this.#offer()
    else if (signalingState === 'have-local-offer' && localDescription) this.#sendOffer(localDescription)
    else if (connectionState === 'failed' || connectionState === 'disconnected') this.restart()
  }

  /**
   * Sends the local description that was just set. The browser chooses between offer and answer when it is set, so either caller may get
   * either: a needed negotiation becomes the answer when the other side's offer came first, and its own offer follows.
   */
  #announce(): void {
    const { localDescription } = this.connection
    if (localDescription?.type === 'offer') {
      this.#offered += 1
      this.#isOfferRefused = false
      this.#sendOffer(localDescription)
    } else if (localDescription?.type === 'answer') {
      const sdp = cleanDescription(localDescription.sdp)
      this.#received.answer = { type: 'answer', sdp, number: this.#received.number }
      this.#options.sendDescription(this.#received.answer)
    }
  }

  #sendOffer({ sdp }: RTCSessionDescription): void {
    this.#options.sendDescription({ type: 'offer', sdp: cleanDescription(sdp), number: this.#offered })
  }
}
