import type { Adapter, AdapterPayload } from 'oidc-provider'

interface Entry {
  payload: AdapterPayload
  endsAt: number
}

/** Stores sessions, codes and grants of oidc-provider in memory. They are lost when the process ends. */
export const createInMemoryAdapter = (): new (model: string) => Adapter => {
  const entries = new Map<string, Entry>()

  class InMemoryAdapter implements Adapter {
    readonly #model: string
    constructor(model: string) {
      this.#model = model
    }

    #key(id: string): string {
      return `${this.#model}:${id}`
    }
    #read(key: string): AdapterPayload | undefined {
      const entry = entries.get(key)
      if (!entry) return undefined
      if (entry.endsAt > Date.now()) return entry.payload
      entries.delete(key)
      return undefined
    }
    #search(wanted: (payload: AdapterPayload) => boolean): AdapterPayload | undefined {
      const prefix = this.#key('')
      for (const key of entries.keys()) {
        const payload = key.startsWith(prefix) ? this.#read(key) : undefined
        if (payload && wanted(payload)) return payload
      }
      return undefined
    }

    async upsert(id: string, payload: AdapterPayload, expiresIn?: number): Promise<void> {
      entries.set(this.#key(id), { payload, endsAt: expiresIn ? Date.now() + expiresIn * 1000 : Infinity })
    }
    async find(id: string): Promise<AdapterPayload | undefined> {
      return this.#read(this.#key(id))
    }
    async findByUid(uid: string): Promise<AdapterPayload | undefined> {
      return this.#search((payload) => payload.uid === uid)
    }
    async findByUserCode(userCode: string): Promise<AdapterPayload | undefined> {
      return this.#search((payload) => payload.userCode === userCode)
    }
    async destroy(id: string): Promise<void> {
      entries.delete(this.#key(id))
    }
    async consume(id: string): Promise<void> {
      const payload = this.#read(this.#key(id))
      if (payload) payload.consumed = Math.floor(Date.now() / 1000)
    }
    async revokeByGrantId(grantId: string): Promise<void> {
      // Of this model only: a sign-in that replaces another account has the grant of that account too, and goes on.
      for (const [key, { payload }] of entries)
        if (key.startsWith(this.#key('')) && payload.grantId === grantId) entries.delete(key)
    }
  }
  return InMemoryAdapter
}
