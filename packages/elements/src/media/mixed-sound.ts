/** One sound of several people, which is not heard here. */
export class MixedSound {
  readonly track: MediaStreamTrack
  readonly #audio = new AudioContext()
  readonly #outlet = this.#audio.createMediaStreamDestination()
  readonly #sources = new Map<MediaStreamTrack, MediaStreamAudioSourceNode>()

  constructor() {
    // Some browsers start it suspended. The person has pressed a button for the recording.
    void this.#audio.resume().catch(() => undefined)
    const [track] = this.#outlet.stream.getAudioTracks()
    if (!track) throw new Error('The browser does not record sound.')
    this.track = track
  }

  /** Mixes these from now on, and no others. */
  mix(sounds: readonly (MediaStream | null)[]): void {
    const tracks = new Set(sounds.flatMap((sound) => sound?.getAudioTracks() ?? []))
    for (const [track, source] of this.#sources) if (!tracks.has(track)) this.#release(track, source)
    for (const track of tracks) {
      if (this.#sources.has(track) || track.readyState === 'ended') continue
      const source = this.#audio.createMediaStreamSource(new MediaStream([track]))
      source.connect(this.#outlet)
      this.#sources.set(track, source)
    }
  }

  close(): void {
    for (const [track, source] of this.#sources) this.#release(track, source)
    this.track.stop()
    void this.#audio.close()
  }

  #release(track: MediaStreamTrack, source: MediaStreamAudioSourceNode): void {
    source.disconnect()
    this.#sources.delete(track)
  }
}
