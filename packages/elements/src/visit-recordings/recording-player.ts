import { html, nothing } from 'lit'
import type { VisitClient, VisitRecording } from '@visitkit/sdk'
import { Loader } from '../core/loader.ts'
import type { Problem } from '../core/problem.ts'
import { saveFile } from '../core/save-file.ts'
import type { VisitElement } from '../core/visit-element.ts'

/** Later than the end of any recording. */
const farAway = 1e7

/** A browser that records writes no length into WebM. After a seek past the end it knows it, and the player can show it. */
const findLength = async (video: HTMLVideoElement): Promise<void> => {
  if (Number.isFinite(video.duration)) return
  await new Promise((resolve) => {
    video.addEventListener('seeked', resolve, { once: true })
    video.currentTime = farAway
  })
  video.currentTime = 0
}

/** Plays or saves one recording at a time. It is in this page only while it is open. */
export class RecordingPlayer {
  readonly #host: VisitElement
  readonly #fetching: Loader<true>
  #open: { readonly id: string; readonly url: string } | null = null
  /** The recording that was asked for last. */
  #asked: string | null = null
  #cannotPlay = false

  constructor(host: VisitElement) {
    this.#host = host
    this.#fetching = new Loader(host)
    host.addController({ hostDisconnected: () => this.reset() })
  }

  get isBusy(): boolean {
    return this.#fetching.busy
  }

  isOpen = (id: string): boolean => this.#open?.id === id

  /** Whether this recording is open, and the browser does not know its format. */
  cannotPlay = (id: string): boolean => this.isOpen(id) && this.#cannotPlay

  isFetching = (id: string): boolean => this.#fetching.busy && this.#asked === id

  problemOf = (id: string): Problem | undefined => (this.#asked === id ? this.#fetching.problem : undefined)

  reset(): void {
    this.close()
    this.#fetching.reset()
    this.#asked = null
  }

  close(): void {
    if (this.#open) URL.revokeObjectURL(this.#open.url)
    this.#open = null
    this.#cannotPlay = false
    this.#host.requestUpdate()
  }

  async #fetch(
    client: VisitClient,
    { id, visitId, mediaType }: VisitRecording,
    then: (content: Blob) => void,
  ): Promise<boolean> {
    if (this.#fetching.busy) return false
    this.#asked = id
    const isDone = await this.#fetching.run(async (signal) => {
      // 40 MB on a slow connection.
      const content = await client.recordings.content(visitId, id, { signal, timeoutMs: 300_000 })
      signal.throwIfAborted()
      then(new Blob([content], { type: mediaType }))
      return true as const
    })
    return isDone ?? false
  }

  /** Resolves with whether it is open. */
  play(client: VisitClient, recording: VisitRecording): Promise<boolean> {
    return this.#fetch(client, recording, (content) => {
      this.close()
      this.#open = { id: recording.id, url: URL.createObjectURL(content) }
    })
  }

  /** Resolves with whether it is saved. */
  save(client: VisitClient, recording: VisitRecording, name: string): Promise<boolean> {
    const ending = recording.mediaType === 'video/mp4' ? 'mp4' : 'webm'
    return this.#fetch(client, recording, (content) => saveFile(content, `${name}.${ending}`))
  }

  #loaded = async ({ target }: Event): Promise<void> => {
    const video = target as HTMLVideoElement
    await findLength(video)
    // A browser that starts no sound by itself has its controls.
    await video.play().catch(() => undefined)
  }

  #failed = (): void => {
    this.#cannotPlay = true
    this.#host.requestUpdate()
  }

  view(id: string, name: string): unknown {
    if (this.#open?.id !== id || this.#cannotPlay) return nothing
    return html`<video
      class="recording"
      aria-label=${name}
      src=${this.#open.url}
      controls
      playsinline
      @loadedmetadata=${this.#loaded}
      @error=${this.#failed}
    ></video>`
  }
}
