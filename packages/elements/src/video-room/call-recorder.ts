import { FRAMES_PER_SECOND, MixedPicture } from '../media/mixed-picture.ts'
import { MixedSound } from '../media/mixed-sound.ts'
import { recordedType } from './recorded-type.ts'

/** What is recorded of one person now. */
export interface RecordedPerson {
  readonly picture: MediaStream | null
  /** The voice, and the sound of a shared screen. */
  readonly sounds: readonly (MediaStream | null)[]
}

export interface RecorderOptions {
  /** Everyone who is recorded. Read for each frame: a track may be replaced. */
  readonly people: () => readonly RecordedPerson[]
  /** The next piece. The first one begins the file; each other one continues it. */
  readonly onPiece: (piece: Blob) => void
  /** The browser cannot go on. */
  readonly onFailure: () => void
  /** Length of a piece, in milliseconds. */
  readonly pieceMs: number
}

/** A browser that gives out nothing for so many pieces records nothing, such as one that has stopped all sound. */
const MOST_EMPTY = 4

/** Records one file of a call, from its beginning to `stop` or `drop`. */
export class CallRecorder {
  readonly #options: RecorderOptions
  readonly #picture = new MixedPicture()
  readonly #sound = new MixedSound()
  readonly #recorder: MediaRecorder
  readonly #frames: ReturnType<typeof setInterval>
  readonly #stopped: Promise<void>
  #isDropped = false
  #empty = 0

  /** Throws where the browser cannot record. */
  constructor(options: RecorderOptions) {
    this.#options = options
    const mimeType = recordedType()
    this.#recorder = new MediaRecorder(new MediaStream([this.#picture.track, this.#sound.track]), {
      ...(mimeType !== undefined && { mimeType }),
      ...{ videoBitsPerSecond: 300_000, audioBitsPerSecond: 48_000 },
    })
    this.#stopped = new Promise((resolve) => this.#recorder.addEventListener('stop', () => resolve(), { once: true }))
    this.#recorder.addEventListener('dataavailable', ({ data }) => {
      if (this.#isDropped) return
      this.#empty = data.size === 0 ? this.#empty + 1 : 0
      if (data.size > 0) options.onPiece(data)
      else if (this.#empty === MOST_EMPTY) options.onFailure()
    })
    this.#recorder.addEventListener('error', () => {
      if (!this.#isDropped) options.onFailure()
    })
    this.#draw()
    // Not with the frames of the screen: a browser draws none while the page is in the background.
    this.#frames = setInterval(() => this.#draw(), 1000 / FRAMES_PER_SECOND)
    try {
      this.#recorder.start(options.pieceMs)
    } catch (error) {
      this.drop()
      throw error
    }
  }

  /** Ends the file. Nothing of what follows is recorded; resolves after its last piece. */
  async stop(): Promise<void> {
    this.#end()
    await this.#stopped
  }

  /** Ends at once, and what was not given out is gone. */
  drop(): void {
    this.#isDropped = true
    this.#end()
  }

  #end(): void {
    clearInterval(this.#frames)
    if (this.#recorder.state !== 'inactive') this.#recorder.stop()
    this.#picture.close()
    this.#sound.close()
  }

  #draw(): void {
    const people = this.#options.people()
    this.#picture.draw(people.map(({ picture }) => picture))
    this.#sound.mix(people.flatMap(({ sounds }) => sounds))
  }
}
