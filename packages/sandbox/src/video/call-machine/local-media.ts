import type { MediaState, Tracks } from './media-names.ts'

const stop = (track: MediaStreamTrack | null): void => {
  track?.stop()
}

/** This browser's own camera, microphone and screen. */
export class LocalMedia {
  readonly tracks: Tracks = { audio: null, video: null, screenVideo: null, screenAudio: null }
  microphoneOn = false
  devices: { audio?: string; video?: string } = {}
  readonly #changed: () => void

  constructor(changed: () => void) {
    this.#changed = changed
  }

  get state(): MediaState {
    return {
      audio: this.microphoneOn && this.tracks.audio !== null,
      video: this.tracks.video !== null,
      screenVideo: this.tracks.screenVideo !== null,
      screenAudio: this.tracks.screenAudio !== null,
    }
  }

  /** The streams in which daily-js looks up local tracks. */
  stream(type: 'cam' | 'screen'): MediaStream {
    const { audio, video, screenVideo, screenAudio } = this.tracks
    return new MediaStream(
      (type === 'cam' ? [audio, video] : [screenAudio, screenVideo]).filter((track) => track !== null),
    )
  }

  /** Muting keeps the microphone open, as daily-js does: turning it on again is instant. */
  async setMicrophone(on: boolean): Promise<void> {
    if (on && !this.tracks.audio) this.tracks.audio = await this.#open('audio')
    if (this.tracks.audio) this.tracks.audio.enabled = on
    this.microphoneOn = on
    this.#changed()
  }

  async setCamera(on: boolean): Promise<void> {
    if (on && !this.tracks.video) this.tracks.video = await this.#open('video')
    if (!on) {
      stop(this.tracks.video)
      this.tracks.video = null
    }
    this.#changed()
  }

  async useDevices(devices: { audio?: string; video?: string }): Promise<void> {
    Object.assign(this.devices, devices)
    for (const kind of ['audio', 'video'] as const) {
      if (devices[kind] === undefined || !this.tracks[kind]) continue
      const enabled = this.tracks[kind].enabled
      stop(this.tracks[kind])
      this.tracks[kind] = await this.#open(kind)
      this.tracks[kind].enabled = enabled
    }
    this.#changed()
  }

  async share(given: MediaStream | undefined, options: DisplayMediaStreamOptions): Promise<void> {
    const stream = given ?? (await navigator.mediaDevices.getDisplayMedia({ video: true, ...options }))
    this.tracks.screenVideo = stream.getVideoTracks()[0] ?? null
    this.tracks.screenAudio = stream.getAudioTracks()[0] ?? null
    this.tracks.screenVideo?.addEventListener('ended', () => this.stopShare())
    this.#changed()
  }

  stopShare(): void {
    stop(this.tracks.screenVideo)
    stop(this.tracks.screenAudio)
    this.tracks.screenVideo = null
    this.tracks.screenAudio = null
    this.#changed()
  }

  close(): void {
    for (const track of Object.values(this.tracks)) stop(track)
    Object.assign(this.tracks, { audio: null, video: null, screenVideo: null, screenAudio: null })
    this.microphoneOn = false
  }

  async #open(kind: 'audio' | 'video'): Promise<MediaStreamTrack> {
    const id = this.devices[kind]
    const stream = await navigator.mediaDevices.getUserMedia({
      [kind]: id === undefined ? true : { deviceId: { exact: id } },
    })
    const track = stream.getTracks()[0]
    if (!track) throw new DOMException('no track', 'NotFoundError')
    return track
  }
}
