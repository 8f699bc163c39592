import type { QueuePosition, VisitClient } from '@visitkit/sdk'
import { followWatch } from '../core/follow-watch.ts'

/** Reading the position shows the clinic that the waiting room is open; after 45 seconds without a read the patient counts as away. */
const pollIntervalMs = 20_000

/** Resolves with the current position; calls `changed` with every later one until the signal aborts. */
export const watchQueuePosition = (
  client: VisitClient,
  visitId: string,
  signal: AbortSignal,
  changed: (position: QueuePosition) => void,
): Promise<QueuePosition> => {
  const watch = client.watch((reading) => client.visits.queuePosition(visitId, reading), {
    on: ['visit.changed', 'queue.changed', 'seat.changed'],
    signal,
  })
  const timer = setInterval(() => watch.refresh(), pollIntervalMs)
  signal.addEventListener('abort', () => clearInterval(timer))
  // Browsers throttle timers of a page in the background to one a minute.
  const shown = (): void => void (document.visibilityState === 'visible' && watch.refresh())
  document.addEventListener('visibilitychange', shown, { signal })
  return followWatch(watch, changed)
}
