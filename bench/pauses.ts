/** Milliseconds. Short, so that requests of different people do not arrive together more often than by chance. */
const stepMs = 5

/** The pauses of many people: those that end within the same few milliseconds share a timer, which wakes the load generator less often. */
export class Pauses {
  /** By the step at whose end they continue. */
  readonly #ending = new Map<number, (() => void)[]>()

  after(milliseconds: number, then: () => void): void {
    const now = performance.now()
    const step = Math.ceil((now + milliseconds) / stepMs)
    const known = this.#ending.get(step)
    if (known) return void known.push(then)
    const together = [then]
    this.#ending.set(step, together)
    setTimeout(
      () => {
        this.#ending.delete(step)
        for (const each of together) each()
      },
      step * stepMs - now,
    )
  }
}
