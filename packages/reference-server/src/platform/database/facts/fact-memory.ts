import type { DomainEvent, EventData, EventType } from '../../contracts/event.ts'
import type { AnyKysely } from '../../contracts/database.ts'
import type { KeptFact } from '../../contracts/write.ts'
import { bytesOf } from './bytes-of.ts'

/** By event: the key of the fact that it changes; null for all facts of this name in the organization. */
export type DroppedBy = { readonly [Type in EventType]?: (data: EventData[Type]) => string | null }

interface Entry {
  readonly organizationId: string
  readonly name: string
  readonly key: string
  readonly fact: Promise<unknown>
  readonly until: number
  /** 0 until it is read. */
  bytes: number
}

/** A backstop: what an event drops is dropped at once. Milliseconds. */
const maxAge = 60_000
/** While the outbox was not read for so long, nothing is taken from memory: changes of other processes would be missed. Milliseconds. */
const maxSilence = 3_000
const maxBytes = 64 * 1024 * 1024
/** Of events. Without them, an event is applied twice. */
const maxOwn = 10_000
/** Of events: more than are delivered while this process waits for the answer to a commit. */
const maxDelivered = 10_000

type NameOfEvent = { readonly name: string; readonly keyOf: (data: never) => string | null }
/** Declared when stores are loaded. */
const droppedByEvent = new Map<string, NameOfEvent[]>()
const memories = new WeakMap<object, { readonly memory: FactMemory; readonly organizationId: string }>()

/**
 * What a process holds in memory of the organizations that it serves, as stored: encrypted parts stay encrypted, and each use is recorded
 * as before. A fact is dropped by the event of its change: after the commit in this process, when the outbox is read in the others. So a
 * reaction sees at least what was committed before its event. What is stored with a fact that has changed in the meantime is refused by its
 * version; then everything of the organization is read again.
 */
export class FactMemory {
  /** By organization, name and key. */
  readonly #facts = new Map<string, Map<string, Map<string, Entry>>>()
  /** Least recently used first. */
  readonly #used = new Set<Entry>()
  /** Ids of events of this process that were not yet read from the outbox. */
  readonly #own = new Set<string>()
  /** Ids of events that were read from the outbox and were not known to be of this process, oldest first. */
  readonly #delivered = new Set<string>()
  readonly #isAlone: boolean
  #bytes = 0
  #readAt = -Infinity

  /** `isAlone`: no other process writes to this database. */
  constructor({ isAlone }: { readonly isAlone: boolean }) {
    this.#isAlone = isAlone
  }

  get bytes(): number {
    return this.#bytes
  }

  /** Makes the facts of an organization available through this reader. */
  serve(reader: AnyKysely, organizationId: string): void {
    memories.set(reader, { memory: this, organizationId })
  }

  /** Called when every event that was committed until now is applied. */
  outboxRead(): void {
    this.#readAt = performance.now()
  }

  get<Fact>(organizationId: string, name: string, key: string, read: () => Promise<Fact>): Promise<Fact> {
    const now = performance.now()
    if (!this.#isAlone && now - this.#readAt > maxSilence) return read()
    const known = this.#facts.get(organizationId)?.get(name)?.get(key)
    if (known && known.until > now) {
      this.#used.delete(known)
      this.#used.add(known)
      return known.fact as Promise<Fact>
    }
    if (known) this.#remove(known)
    const fact = read()
    this.#add({ organizationId, name, key, fact, until: now + maxAge, bytes: 0 })
    return fact
  }

  /** An event that this process committed. */
  committed(event: DomainEvent): void {
    this.#drop(event)
    this.#own.add(event.id)
    if (this.#own.size > maxOwn) this.#own.clear()
  }

  /** An event that was read from the outbox. Those of this process were applied at their commit. */
  delivered(event: DomainEvent): void {
    if (this.#own.delete(event.id)) return
    this.#drop(event)
    this.#delivered.add(event.id)
    if (this.#delivered.size > maxDelivered)
      for (const oldest of this.#delivered) {
        this.#delivered.delete(oldest)
        break
      }
  }

  /** Whether the outbox was read past one of these events, which this process is about to report as committed. */
  hasDelivered(events: readonly DomainEvent[]): boolean {
    return events.some(({ id }) => this.#delivered.delete(id))
  }

  /**
   * Keeps what this process has just stored, so that it need not be read. Call after `committed`, and only if the outbox was not read past
   * an event of the same change (`hasDelivered`): a change of another process may have followed, and its event may have been applied.
   */
  keep(organizationId: string, facts: readonly KeptFact[]): void {
    for (const { name, key: given, row } of facts) {
      const key = given.toLowerCase()
      const known = this.#facts.get(organizationId)?.get(name)?.get(key)
      if (known) this.#remove(known)
      this.#add({ organizationId, name, key, fact: Promise.resolve(row), until: performance.now() + maxAge, bytes: 0 })
    }
  }

  #drop({ organizationId, type, data }: DomainEvent): void {
    const names = this.#facts.get(organizationId)
    if (!names) return
    for (const { name, keyOf } of droppedByEvent.get(type) ?? []) {
      const key = keyOf(data as never)
      const entries = names.get(name)
      if (!entries) continue
      if (key === null) for (const entry of entries.values()) this.#remove(entry)
      else {
        const entry = entries.get(key.toLowerCase())
        if (entry) this.#remove(entry)
      }
    }
  }

  dropAll(organizationId: string): void {
    for (const entries of this.#facts.get(organizationId)?.values() ?? [])
      for (const entry of entries.values()) this.#remove(entry)
  }

  #add(entry: Entry): void {
    const { organizationId, name, key, fact } = entry
    const names = this.#facts.get(organizationId) ?? new Map<string, Map<string, Entry>>()
    this.#facts.set(organizationId, names)
    const entries = names.get(name) ?? new Map<string, Entry>()
    names.set(name, entries)
    entries.set(key, entry)
    this.#used.add(entry)
    fact.then(
      (value) => {
        // Dropped in the meantime, or nothing that is worth keeping: what does not exist may exist the next time.
        if (!this.#used.has(entry)) return
        if (value === null || value === undefined) return this.#remove(entry)
        entry.bytes = bytesOf(value)
        this.#bytes += entry.bytes
        this.#limit()
      },
      () => this.#remove(entry),
    )
  }

  #limit(): void {
    for (const entry of this.#used) {
      if (this.#bytes <= maxBytes) return
      this.#remove(entry)
    }
  }

  #remove(entry: Entry): void {
    if (!this.#used.delete(entry)) return
    this.#bytes -= entry.bytes
    const names = this.#facts.get(entry.organizationId)
    const entries = names?.get(entry.name)
    entries?.delete(entry.key)
    if (entries?.size === 0) names?.delete(entry.name)
    if (names?.size === 0) this.#facts.delete(entry.organizationId)
  }
}

export interface FactsInMemory {
  <Fact>(db: AnyKysely, key: string, read: () => Promise<Fact>): Promise<Fact>
  /** Several at once, in the order of the keys; those that are not in memory are read together, with keys in lower case. */
  readonly each: <Fact>(
    db: AnyKysely,
    keys: readonly string[],
    read: (missing: readonly string[]) => Promise<ReadonlyMap<string, Fact>>,
  ) => Promise<(Fact | undefined)[]>
  /** What a change stores. Only for facts that are written by changes: their order is that of their events. */
  readonly kept: (key: string, row: unknown) => KeptFact
}

/**
 * Declares facts that are kept in memory, once per store:
 *
 *     const inMemory = factsInMemory('directory.practitioners', {
 *       'directory.practitioner-changed': ({ practitionerId }) => practitionerId,
 *     })
 *     const row = await inMemory(db, id, () => select(db, id))
 *
 * Every change of the facts must emit one of the events. `read` must not depend on the caller. Inside a transaction it always reads. Ids are equal
 * in upper and lower case.
 */
export const factsInMemory = (name: string, droppedBy: DroppedBy): FactsInMemory => {
  for (const [type, keyOf] of Object.entries(droppedBy))
    droppedByEvent.set(type, [...(droppedByEvent.get(type) ?? []), { name, keyOf }])
  const one = <Fact>(db: AnyKysely, key: string, read: () => Promise<Fact>): Promise<Fact> => {
    const served = memories.get(db)
    return served ? served.memory.get(served.organizationId, name, key.toLowerCase(), read) : read()
  }
  return Object.assign(one, {
    each: <Fact>(
      db: AnyKysely,
      keys: readonly string[],
      read: (missing: readonly string[]) => Promise<ReadonlyMap<string, Fact>>,
    ): Promise<(Fact | undefined)[]> => {
      const missing: string[] = []
      // Begins when all keys were looked up.
      let reading: Promise<ReadonlyMap<string, Fact>> | undefined
      return Promise.all(
        keys.map((given) => {
          const key = given.toLowerCase()
          return one(db, key, async () => {
            missing.push(key)
            reading ??= Promise.resolve().then(() => read(missing))
            return (await reading).get(key)
          })
        }),
      )
    },
    kept: (key: string, row: unknown): KeptFact => ({ name, key, row }),
  })
}
