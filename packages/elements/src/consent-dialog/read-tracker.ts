/**
 * Which sections of a text have been shown in full: the end of each has been on the screen, or the focus has been put there.
 * A decision names them, because a consent to what was never shown is none.
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

  /** Watches the ends of the sections (`data-section` names each) as they come into view. */
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

  /** For the next text. */
  reset(): void {
    this.#observer?.disconnect()
    this.#watched = []
    this.#seen.clear()
  }
}
