import { currentTransaction } from '../database/pool/transaction-context.ts'

/**
 * Keys in memory, limited in number and age. Keys loaded inside a transaction are visible only in it until it commits: the key may have
 * been created in it, and a cached key that was rolled back would encrypt records that can never be decrypted.
 */
export class KeyCache<K> {
  readonly #entries = new Map<string, { readonly value: K; readonly until: number }>()
  readonly #maxEntries: number
  readonly #maxAge: number

  /** `maxAge` in milliseconds: how long another process may still decrypt what was erased. */
  constructor(maxEntries: number, maxAge: number) {
    this.#maxEntries = maxEntries
    this.#maxAge = maxAge
  }

  get(name: string): K | undefined {
    const staged = this.#staged()?.get(name)
    if (staged !== undefined) return staged
    const entry = this.#entries.get(name)
    if (!entry) return undefined
    if (entry.until > Date.now()) return entry.value
    this.#entries.delete(name)
    return undefined
  }

  set(name: string, value: K): void {
    const staged = this.#staged()
    if (staged) staged.set(name, value)
    else this.#keep(name, value)
  }

  delete(name: string): void {
    this.#staged()?.delete(name)
    this.#entries.delete(name)
  }

  #staged(): Map<string, K> | undefined {
    const transaction = currentTransaction()
    if (!transaction) return undefined
    const known = transaction.local.get(this) as Map<string, K> | undefined
    if (known) return known
    const staged = new Map<string, K>()
    transaction.local.set(this, staged)
    transaction.onCommit(() => staged.forEach((value, name) => this.#keep(name, value)))
    return staged
  }

  #keep(name: string, value: K): void {
    this.#entries.delete(name)
    this.#entries.set(name, { value, until: Date.now() + this.#maxAge })
    if (this.#entries.size > this.#maxEntries) this.#entries.delete(this.#entries.keys().next().value as string)
  }
}
