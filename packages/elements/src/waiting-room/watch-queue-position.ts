import type { QueuePosition, VisitClient } from '@visitkit/sdk'
import { followWatch } from '../core/follow-watch.ts'

/** Reading the place is what tells the clinic that the waiting room is open; it counts the patient away after 45 seconds. */
const pollIntervalMs = 20_000

/** Resolves with the place in line as it is now; `changed` gets every later one until the signal is aborted. */
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
  // Browsers slow the timer of a page in the background down to a minute.
  const shown = (): void => void (document.visibilityState === 'visible' && watch.refresh())
  document.addEventListener('visibilitychange', shown, { signal })
  return followWatch(watch, changed)
}
