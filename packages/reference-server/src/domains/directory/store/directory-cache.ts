import { currentTransaction } from '../../../platform/database/pool/transaction-context.ts'

/** Maximum age. A change in another process is seen after this time at the latest; a change in this process at its commit. Milliseconds. */
const maxAge = 2_000
const maxEntries = 5_000

interface Entry<T> {
  readonly organizationId: string
  readonly fact: Promise<T>
  readonly until: number
}

const listeners = new Set<(id: string) => void>()

/** Called after the commit of a change of an organization, a practitioner or a patient. */
export const evict = (id: string): void => listeners.forEach((listener) => listener(id))

/** The same for a change in an open transaction. */
export const evictOnCommit = (id: string): void => currentTransaction()?.onCommit(() => evict(id))

/**
 * Cache for facts that every step of a visit needs and that rarely change: the organization, practitioners, patients. Concurrent requests
 * share one read. Patients are cached as stored, encrypted.
 */
export const createDirectoryCache = <T>() => {
  const entries = new Map<string, Entry<T>>()
  listeners.add((id) => void entries.delete(id))
  return (organizationId: string, id: string, load: () => Promise<T>): Promise<T> => {
    const known = entries.get(id)
    // For an entry of another organization, row-level security decides.
    if (known?.organizationId === organizationId && known.until > performance.now()) return known.fact
    const fact = load()
    const entry = { organizationId, fact, until: performance.now() + maxAge }
    entries.delete(id)
    entries.set(id, entry)
    if (entries.size > maxEntries) entries.delete(entries.keys().next().value as string)
    fact.catch(() => {
      // An id that was not found may exist the next time.
      if (entries.get(id) === entry) entries.delete(id)
    })
    return fact
  }
}
