/** A cache with a maximum age and size. It does not store a value that was read before a removal. */
export class CareCache<T> {
  readonly #entries = new Map<string, { readonly value: T; readonly until: number }>()
  readonly #maxAge: number
  readonly #maxEntries: number
  /** Incremented by every removal, so that a value read before it is not stored after it. */
  #generation = 0

  /** Milliseconds. */
  constructor(maxAge: number, maxEntries: number) {
    this.#maxAge = maxAge
    this.#maxEntries = maxEntries
  }

  get(key: string): T | null {
    const entry = this.#entries.get(key)
    if (entry === undefined) return null
    if (entry.until > performance.now()) return entry.value
    this.#entries.delete(key)
    return null
  }

  /** Call before reading. The returned function stores the value, unless there was a removal since. */
  begin(): (key: string, value: T) => void {
    const generation = this.#generation
    return (key, value) => {
      if (generation !== this.#generation) return
      this.#entries.delete(key)
      this.#entries.set(key, { value, until: performance.now() + this.#maxAge })
      if (this.#entries.size > this.#maxEntries) this.#entries.delete(this.#entries.keys().next().value as string)
    }
  }

  delete(key: string): void {
    this.#generation += 1
    this.#entries.delete(key)
  }

  deleteAll(prefix: string): void {
    this.#generation += 1
    for (const key of this.#entries.keys()) if (key.startsWith(prefix)) this.#entries.delete(key)
  }
}
