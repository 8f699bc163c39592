import { describeParticipant, type Person } from './describe-participant.ts'
import { LocalMedia } from './local-media.ts'
import { createMeasure } from './measure.ts'
import { streamType, trackNames, type MediaState } from './media-names.ts'
import { errorMessages, type DailyMessage, type ServerMessage } from './messages.ts'
import { PeerLink } from './peer-link.ts'

const marker = 'iframe-call-message'

/** The counterpart of one daily-js call object. The protocol is private to daily-js, so this works with the pinned version only. */
export class CallMachine {
  readonly #clientId: string
  readonly #sharedTracks: () => { screenMediaStream?: MediaStream } | undefined
  readonly #people = new Map<string, Person>()
  readonly #links = new Map<string, PeerLink>()
  readonly #local = new LocalMedia(() => this.#localChanged())
  #measure = createMeasure()
  #me: Person | null = null
  #language = 'en'
  #socket: WebSocket | null = null

  constructor(clientId: string, sharedTracks: () => { screenMediaStream?: MediaStream } | undefined) {
    this.#clientId = clientId
    this.#sharedTracks = sharedTracks
    addEventListener('message', (event: MessageEvent) => {
      const { data } = event
      if (event.source !== window || data?.what !== marker || data.from !== 'module' || data.callClientId !== clientId)
        return
      void this.#receive(data as DailyMessage).catch((error: unknown) => console.warn('sandbox call machine', error))
    })
    this.#post({ action: 'call-machine-initialized' })
    this.#post({ action: 'loaded' })
  }

  /** daily-js calls this before a second join, instead of loading the script again. */
  reset = (): void => {
    this.#close()
    this.#post({ action: 'call-machine-initialized' })
  }

  /** The state in which daily-js looks up tracks. */
  readonly store = {
    getState: () => ({
      local: {
        public: { id: this.#me?.sessionId, subscribedTracks: { ALL: true }, customTracks: {} },
        streams: { cam: { stream: this.#local.stream('cam') }, screen: { stream: this.#local.stream('screen') } },
      },
      participants: Object.fromEntries(
        [...this.#people.keys()].map((id) => [
          id,
          { public: { id, rtcType: { impl: 'sfu' } }, private: { peeringState: 'connected' } },
        ]),
      ),
      streams: Object.fromEntries(
        [...this.#links].flatMap(([participantId, link]) =>
          trackNames.map((name) => [
            `${participantId}/${name}`,
            { participantId, type: streamType(name), pendingTrack: link.track(name), starttime: 0 },
          ]),
        ),
      ),
    }),
  }

  async #receive(message: DailyMessage): Promise<void> {
    const answer = (body: object): void =>
      this.#post({ callbackStamp: message.callbackStamp, action: 'callback', ...body })
    switch (message.action) {
      case 'join-meeting':
        return this.#join(message)
      case 'leave-meeting':
        this.#close()
        return this.#post({ action: 'left-meeting' })
      case 'local-audio':
        return this.#try(() => this.#local.setMicrophone(message.state === true))
      case 'local-video':
        return this.#try(() => this.#local.setCamera(message.state === true))
      case 'set-input-devices':
        await this.#try(() =>
          this.#local.useDevices({
            ...(message.audioDeviceId ? { audio: message.audioDeviceId } : {}),
            ...(message.videoDeviceId ? { video: message.videoDeviceId } : {}),
          }),
        )
        return answer(this.#devices())
      case 'get-input-devices':
        return answer(this.#devices())
      case 'local-screen-start':
        return this.#share(message.captureOptions)
      case 'local-screen-stop':
        this.#local.stopShare()
        return this.#post({ action: 'local-screen-share-stopped' })
      case 'get-calc-stats':
        return answer({ stats: await this.#measure([...this.#links.values()].map((link) => link.stats())) })
      case 'app-msg':
        return this.#say({ type: 'app-message', to: message.to, data: message.data })
      case 'daily-method-start-transcription':
        this.#language = message.language ?? 'en'
        return this.#say({ type: 'transcription', on: true })
      case 'daily-method-stop-transcription':
        return this.#say({ type: 'transcription', on: false })
      case 'update-participant':
        if (message.properties?.eject) this.#say({ type: 'eject', sessionId: message.id })
        return
      default:
        // Everything else is a request for a feature that this call machine lacks; a request without a response must not hang.
        if (message.callbackStamp) answer({})
    }
  }

  async #join({ properties, preloadCache }: DailyMessage): Promise<void> {
    this.#post({ action: 'call-machine-initialized' })
    const settings = preloadCache?.inputSettings
    const { audio, video } = this.#local.devices
    const audioId = settings?.audio?.settings?.deviceId ?? audio
    const videoId = settings?.video?.settings?.deviceId ?? video
    this.#local.devices = { ...(audioId ? { audio: audioId } : {}), ...(videoId ? { video: videoId } : {}) }
    const wants = (source: unknown, off: boolean | undefined, allowed: boolean | undefined): boolean =>
      source !== false && off !== true && allowed !== false
    if (wants(properties?.audioSource, properties?.startAudioOff, preloadCache?.allowLocalAudio))
      await this.#try(() => this.#local.setMicrophone(true))
    if (wants(properties?.videoSource, properties?.startVideoOff, preloadCache?.allowLocalVideo))
      await this.#try(() => this.#local.setCamera(true))

    const url = new URL(properties?.url ?? '')
    const socket = new WebSocket(`${url.protocol === 'https:' ? 'wss' : 'ws'}://${url.host}/call`)
    this.#socket = socket
    socket.onopen = () =>
      this.#say({ type: 'join', room: url.pathname.slice(1), token: properties?.token, media: this.#local.state })
    socket.onmessage = ({ data }) => this.#listenToServer(JSON.parse(String(data)) as ServerMessage)
    socket.onclose = () => {
      if (this.#socket === socket) this.#fail('connection-error')
    }
  }

  #listenToServer(message: ServerMessage): void {
    switch (message.type) {
      case 'joined': {
        this.#me = message.me
        for (const person of message.others) {
          this.#people.set(person.sessionId, person)
          this.#link(person.sessionId, true)
        }
        const participants = Object.fromEntries(
          message.others.map((person) => [person.sessionId, this.#describe(person)]),
        )
        this.#post({ action: 'joined-meeting', participants: { local: this.#describe(message.me), ...participants } })
        return this.#post({
          action: 'network-quality-change',
          state: { state: 'good', reasons: [] },
          threshold: 'good',
          quality: 100,
        })
      }
      case 'refused':
        return this.#fail(message.reason)
      case 'arrived':
        this.#people.set(message.participant.sessionId, message.participant)
        return this.#post({ action: 'participant-joined', participant: this.#describe(message.participant) })
      case 'left': {
        const person = this.#people.get(message.sessionId)
        this.#links.get(message.sessionId)?.close()
        this.#links.delete(message.sessionId)
        this.#people.delete(message.sessionId)
        if (person)
          this.#post({
            action: 'participant-left',
            participant: this.#describe({ ...person, media: nothing }),
            reason: 'left-meeting',
          })
        return
      }
      case 'media': {
        const person = this.#people.get(message.sessionId)
        if (person) person.media = message.media
        return this.#update(message.sessionId)
      }
      case 'signal':
        return (this.#links.get(message.from) ?? this.#link(message.from, false)).handleSignal(message.data)
      case 'transcription':
        return this.#post(
          message.on
            ? { action: 'transcription-started', language: this.#language, model: 'sandbox', startedBy: message.by }
            : { action: 'transcription-stopped', updatedBy: message.by },
        )
      case 'transcription-refused':
        return this.#post({ action: 'transcription-error', errorMsg: 'must be owner to start transcription' })
      case 'transcript':
        return this.#post({
          ...{ action: 'transcription-message', participantId: message.from, text: message.text },
          ...{ timestamp: message.at, trackType: 'cam-audio', rawResponse: {} },
        })
      case 'app-message':
        return this.#post({ action: 'app-message', data: message.data, fromId: message.from })
    }
  }

  #link(sessionId: string, offers: boolean): PeerLink {
    const link = new PeerLink(
      offers,
      () => this.#local.tracks,
      (data) => this.#say({ type: 'signal', to: sessionId, data }),
      () => this.#update(sessionId),
    )
    this.#links.set(sessionId, link)
    return link
  }

  #localChanged(): void {
    if (!this.#me) return
    this.#me.media = this.#local.state
    for (const link of this.#links.values()) link.sync()
    this.#say({ type: 'media', media: this.#local.state })
    this.#post({ action: 'participant-updated', participant: this.#describe(this.#me) })
  }

  #update(sessionId: string): void {
    const person = this.#people.get(sessionId)
    if (person) this.#post({ action: 'participant-updated', participant: this.#describe(person) })
  }

  #describe(person: Person) {
    const link = this.#links.get(person.sessionId)
    return describeParticipant(person, person === this.#me, (name) => link?.track(name)?.muted === false)
  }

  #devices(): object {
    const device = (track: MediaStreamTrack | null): object =>
      track ? { deviceId: track.getSettings().deviceId, label: track.label } : {}
    return { camera: device(this.#local.tracks.video), mic: device(this.#local.tracks.audio), speaker: {} }
  }

  async #share(options: DailyMessage['captureOptions']): Promise<void> {
    const given = options?.mediaStream === undefined ? undefined : this.#sharedTracks()?.screenMediaStream
    if (this.#me && !this.#me.mayShareScreen)
      return this.#post({
        action: 'nonfatal-error',
        type: 'screen-share-error',
        errorMsg: 'not allowed to share the screen',
      })
    try {
      await this.#local.share(given, options?.displayMediaOptions ?? {})
      this.#post({ action: 'local-screen-share-started' })
    } catch {
      this.#post({ action: 'local-screen-share-canceled' })
    }
  }

  /** A camera or microphone that is not available is Daily's `camera-error`; the call continues without it. */
  async #try(work: () => Promise<void>): Promise<void> {
    try {
      await work()
    } catch (error) {
      const name = error instanceof DOMException ? error.name : ''
      const type =
        name === 'NotAllowedError' ? 'permissions' : name === 'NotReadableError' ? 'cam-mic-in-use' : 'not-found'
      this.#post({ action: 'camera-error', errorMsg: { errorMsg: name }, error: { type, msg: name } })
    }
  }

  #fail(reason: string): void {
    const msg = errorMessages[reason] ?? 'The call failed.'
    this.#close()
    this.#post({ action: 'error', errorMsg: msg, error: { type: reason, msg } })
  }

  #close(): void {
    const socket = this.#socket
    this.#socket = null
    socket?.close()
    for (const link of this.#links.values()) link.close()
    this.#links.clear()
    this.#people.clear()
    this.#me = null
    this.#local.close()
    this.#measure = createMeasure()
  }

  #say(message: object): void {
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(message))
  }

  #post(message: object): void {
    postMessage({ ...message, what: marker, from: 'embedded', callClientId: this.#clientId }, location.origin)
  }
}

const nothing: MediaState = { audio: false, video: false, screenVideo: false, screenAudio: false }
