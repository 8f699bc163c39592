/** Milliseconds between two levels: often enough for a meter to look alive, rarely enough for an old phone. */
const levelIntervalMs = 100

/** How loud a microphone is. */
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
    // Some browsers start it asleep; where they refuse, the bar stands still and the text beside it says what to do.
    void audio.resume().catch(() => undefined)
    const analyzer = audio.createAnalyser()
    // At 48 kHz almost everything between two levels: a short word is not missed.
    analyzer.fftSize = 4096
    audio.createMediaStreamSource(stream).connect(analyzer)
    const samples = new Float32Array(analyzer.fftSize)
    this.#timer = setInterval(() => {
      analyzer.getFloatTimeDomainData(samples)
      let sum = 0
      for (const sample of samples) sum += sample * sample
      // Speech is quiet as a number: the square root of the mean square rarely passes a third.
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
