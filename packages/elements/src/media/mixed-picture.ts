/** Enough to see who speaks and what they show, in a few hundred kilobits. */
const WIDTH = 640
const HEIGHT = 360
export const FRAMES_PER_SECOND = 15

/** The rows and columns of a grid in which the tiles are as large as possible. */
const gridOf = (count: number): { readonly columns: number; readonly rows: number } => {
  const columns = Math.ceil(Math.sqrt(count))
  return { columns, rows: Math.ceil(count / columns) }
}

/** One picture of several people: a grid on a canvas, which is in no page. */
export class MixedPicture {
  readonly track: MediaStreamTrack
  readonly #canvas = Object.assign(document.createElement('canvas'), { width: WIDTH, height: HEIGHT })
  readonly #context: CanvasRenderingContext2D
  /** By the track of the picture. */
  readonly #videos = new Map<MediaStreamTrack, HTMLVideoElement>()

  /** Throws where the browser cannot do it. */
  constructor() {
    const context = this.#canvas.getContext('2d', { alpha: false })
    const [track] = this.#canvas.captureStream(FRAMES_PER_SECOND).getVideoTracks()
    if (!context || !track) throw new Error('The browser does not record a canvas.')
    this.#context = context
    this.track = track
  }

  /**
   * Draws one frame.
   * @param pictures - One for each person, null for a person without a picture, whose place stays dark.
   */
  draw(pictures: readonly (MediaStream | null)[]): void {
    const tracks = pictures.map((picture) => picture?.getVideoTracks()[0] ?? null)
    for (const [track, video] of this.#videos) if (!tracks.includes(track)) this.#release(track, video)
    const { columns, rows } = gridOf(Math.max(1, tracks.length))
    const [width, height] = [WIDTH / columns, HEIGHT / rows]
    this.#context.fillStyle = '#0e171d'
    this.#context.fillRect(0, 0, WIDTH, HEIGHT)
    tracks.forEach((track, index) => {
      const video = track && this.#play(track)
      if (!video || video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA || video.videoWidth === 0) return
      const scale = Math.min(width / video.videoWidth, height / video.videoHeight)
      const [w, h] = [video.videoWidth * scale, video.videoHeight * scale]
      const [x, y] = [(index % columns) * width, Math.floor(index / columns) * height]
      this.#context.drawImage(video, x + (width - w) / 2, y + (height - h) / 2, w, h)
    })
  }

  close(): void {
    this.track.stop()
    for (const [track, video] of this.#videos) this.#release(track, video)
  }

  #play(track: MediaStreamTrack): HTMLVideoElement {
    const known = this.#videos.get(track)
    if (known) return known
    const video = Object.assign(document.createElement('video'), { muted: true, playsInline: true })
    // This track alone: the sound has its own way.
    video.srcObject = new MediaStream([track])
    // Refused or interrupted, it plays with the next frame that arrives.
    void video.play().catch(() => undefined)
    this.#videos.set(track, video)
    return video
  }

  #release(track: MediaStreamTrack, video: HTMLVideoElement): void {
    video.srcObject = null
    this.#videos.delete(track)
  }
}
