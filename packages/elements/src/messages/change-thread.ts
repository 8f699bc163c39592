import type { Thread, ThreadSummary, VisitClient } from '@visitkit/sdk'
import type { ThreadChange } from './thread-card.ts'

/** Returns the thread's new list entry. Requests the caller's identity only to take a thread over. */
export const changeThread = async (
  client: VisitClient,
  { id, version }: Thread,
  change: ThreadChange,
  me: () => Promise<string | undefined>,
): Promise<ThreadSummary> =>
  client.threads.change(id, change === 'take' ? { assigneeId: (await me()) ?? '', version } : { ...change, version })
