import type { ReadAuthorization } from '../identity/read-gate.ts'

/** The authorization of a page is read once, while it already listens. Until then, every decision waits for it. */
export const awaitAuthorization = (pending: Promise<ReadAuthorization>): ReadAuthorization => {
  let known: ReadAuthorization | null = null
  const loaded = pending.then((authorization) => (known = authorization))
  // Reported by the first message that needs it.
  loaded.catch(() => undefined)
  return {
    mayRead: (readBy, subject) =>
      known === null
        ? loaded.then((authorization) => authorization.mayRead(readBy, subject))
        : known.mayRead(readBy, subject),
  }
}
