import { currentTransaction } from '../../../platform/database/pool/transaction-context.ts'

/** A change in another process is seen after this long at the latest; one in this process at its commit. Milliseconds. */
const maxAge = 2_000
const maxEntries = 5_000

interface Entry<T> {
  readonly organizationId: string
  readonly fact: Promise<T>
  readonly until: number
}

const listeners = new Set<(id: string) => void>()

/** Call inside the transaction that changes an organization, a practitioner or a patient. One that rolls back changes nothing. */
export const evictOnCommit = (id: string): void =>
  currentTransaction()?.onCommit(() => listeners.forEach((forget) => forget(id)))

/**
 * What every step of a visit asks for and hardly anybody changes during one: the organization, who practices, whom they care for. Kept for
 * a moment in memory; those who ask at once for the same share one read. Of patients it holds what the table holds, sealed.
 */
export const createDirectoryCache = <T>() => {
  const entries = new Map<string, Entry<T>>()
  listeners.add((id) => void entries.delete(id))
  return (organizationId: string, id: string, load: () => Promise<T>): Promise<T> => {
    const known = entries.get(id)
    // Anyone who asks for another organization's is answered by row security.
    if (known?.organizationId === organizationId && known.until > performance.now()) return known.fact
    const fact = load()
    const entry = { organizationId, fact, until: performance.now() + maxAge }
    entries.delete(id)
    entries.set(id, entry)
    if (entries.size > maxEntries) entries.delete(entries.keys().next().value as string)
    fact.catch(() => {
      // What was not found may be there the next time.
      if (entries.get(id) === entry) entries.delete(id)
    })
    return fact
  }
}
