/** A cache by organization and id, with a maximum age and size. It does not store a value that was read before a removal. */
export class CareCache<T> {
  /** Two levels: a lookup concatenates no key. */
  readonly #organizations = new Map<string, Map<string, { readonly value: T; readonly until: number }>>()
  readonly #maxAge: number
  readonly #maxEntries: number
  #size = 0
  /** Incremented by every removal, so that a value read before it is not stored after it. */
  #generation = 0

  /** `maxAge` in milliseconds. */
  constructor(maxAge: number, maxEntries: number) {
    this.#maxAge = maxAge
    this.#maxEntries = maxEntries
  }

  get(organizationId: string, id: string): T | null {
    const entry = this.#organizations.get(organizationId)?.get(id)
    if (entry === undefined) return null
    if (entry.until > performance.now()) return entry.value
    this.#remove(organizationId, id)
    return null
  }

  /** Call before reading. The returned function stores the value, unless there was a removal since. */
  begin(): (organizationId: string, id: string, value: T) => void {
    const generation = this.#generation
    return (organizationId, id, value) => {
      if (generation !== this.#generation) return
      this.#remove(organizationId, id)
      const entries = this.#organizations.get(organizationId) ?? new Map()
      this.#organizations.set(organizationId, entries)
      entries.set(id, { value, until: performance.now() + this.#maxAge })
      this.#size += 1
      if (this.#size > this.#maxEntries) this.#removeOldest()
    }
  }

  delete(organizationId: string, id: string): void {
    this.#generation += 1
    this.#remove(organizationId, id)
  }

  deleteAll(organizationId: string): void {
    this.#generation += 1
    this.#size -= this.#organizations.get(organizationId)?.size ?? 0
    this.#organizations.delete(organizationId)
  }

  #remove(organizationId: string, id: string): void {
    const entries = this.#organizations.get(organizationId)
    if (entries?.delete(id) !== true) return
    this.#size -= 1
    if (entries.size === 0) this.#organizations.delete(organizationId)
  }

  /** The oldest entry of the organization that was cached first. */
  #removeOldest(): void {
    for (const [organizationId, entries] of this.#organizations)
      for (const id of entries.keys()) return this.#remove(organizationId, id)
  }
}
