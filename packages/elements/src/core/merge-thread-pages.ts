import type { Thread } from '@visitkit/sdk'

/** Merges the newest page of a thread into the shown messages: earlier pages are kept. */
export const mergeThreadPages = (before: Thread | undefined, latest: Thread): Thread => {
  const known = new Set(latest.messages.map(({ id }) => id))
  const earlier = before?.messages.filter(({ id }) => !known.has(id)) ?? []
  return {
    ...latest,
    messages: [...latest.messages, ...earlier],
    nextCursor: earlier.length > 0 && before ? before.nextCursor : latest.nextCursor,
  }
}
