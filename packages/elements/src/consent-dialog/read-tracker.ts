/**
 * Tracks the sections of a text that were shown in full: the end of each was on the screen or had the focus. A decision lists them, because
 * consent to a text that was not shown is not valid.
 */
export class ReadTracker {
  readonly #seen = new Set<string>()
  readonly #changed: () => void
  #observer: IntersectionObserver | null = null
  #watched: readonly Element[] = []

  constructor(changed: () => void) {
    this.#changed = changed
  }

  get seen(): readonly string[] {
    return [...this.#seen]
  }

  has(section: string): boolean {
    return this.#seen.has(section)
  }

  mark(section: string): void {
    if (this.#seen.has(section)) return
    this.#seen.add(section)
    this.#changed()
  }

  /** Observes the ends of the sections (`data-section` has the code of each). */
  watch(ends: readonly Element[]): void {
    if (ends.length === this.#watched.length && ends.every((end, index) => end === this.#watched[index])) return
    this.#observer?.disconnect()
    this.#watched = ends
    this.#observer = new IntersectionObserver((entries) => {
      for (const { isIntersecting, target } of entries) {
        if (isIntersecting) this.mark(target.getAttribute('data-section') ?? '')
      }
    })
    for (const end of ends) this.#observer.observe(end)
  }

  /** Resets for the next text. */
  reset(): void {
    this.#observer?.disconnect()
    this.#watched = []
    this.#seen.clear()
  }
}
