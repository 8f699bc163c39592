/** Counts events in a sliding window; refuses those above the limit. */
export class SlidingWindow {
  readonly #limit: number
  readonly #windowMs: number
  #times: number[] = []

  constructor(limit: number, windowMs: number) {
    this.#limit = limit
    this.#windowMs = windowMs
  }

  /** Null when allowed, otherwise the milliseconds until it is. */
  admit(now: number): number | null {
    this.#times = this.#times.filter((time) => time > now - this.#windowMs)
    const oldest = this.#times[0]
    if (this.#times.length >= this.#limit && oldest !== undefined) return oldest + this.#windowMs - now
    this.#times.push(now)
    return null
  }
}
