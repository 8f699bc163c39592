import type { Thread, ThreadSummary, VisitClient } from '@visitkit/sdk'
import type { ThreadChange } from './thread-card.ts'

/** Answers the thread as it is listed from now on. Who takes it over is asked only then. */
export const changeThread = async (
  client: VisitClient,
  { id, version }: Thread,
  change: ThreadChange,
  me: () => Promise<string | undefined>,
): Promise<ThreadSummary> =>
  client.threads.change(id, change === 'take' ? { assigneeId: (await me()) ?? '', version } : { ...change, version })
