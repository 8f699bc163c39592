/** Milliseconds between two levels: often enough for a smooth meter, rarely enough for an old phone. */
const levelIntervalMs = 100

/** Measures the level of a microphone. */
export class LoudnessMeter {
  /** 0 to 1. */
  level = 0
  peak = 0
  #onLevel: () => void
  #audio: AudioContext | null = null
  #timer: ReturnType<typeof setInterval> | undefined

  constructor(onLevel: () => void) {
    this.#onLevel = onLevel
  }

  listen(stream: MediaStream): void {
    this.stop()
    this.peak = 0
    const audio = (this.#audio = new AudioContext())
    // Some browsers start it suspended. Where they refuse to resume, the meter does not move, and the text next to it says what to do.
    void audio.resume().catch(() => undefined)
    const analyzer = audio.createAnalyser()
    // At 48 kHz this covers almost all time between two levels, so that a short word is not missed.
    analyzer.fftSize = 4096
    audio.createMediaStreamSource(stream).connect(analyzer)
    const samples = new Float32Array(analyzer.fftSize)
    this.#timer = setInterval(() => {
      analyzer.getFloatTimeDomainData(samples)
      let sum = 0
      for (const sample of samples) sum += sample * sample
      // Speech has a low value: the root mean square rarely exceeds a third.
      this.level = Math.min(1, Math.sqrt(sum / samples.length) * 3)
      this.peak = Math.max(this.peak, this.level)
      this.#onLevel()
    }, levelIntervalMs)
  }

  stop(): void {
    clearInterval(this.#timer)
    void this.#audio?.close()
    this.#audio = null
    this.level = 0
  }
}
