import type { LiveHub } from '../core/live-hub.ts'
import type { LiveMessage } from '../core/live-message.ts'

/** A live stream in memory. Every test client that shares it hears what any of them causes. */
export interface TestLive {
  /** @param message - `cursor` is made up when it is left out. @param except - Does not hear it: whoever sent a signal. */
  readonly emit: (message: Omit<LiveMessage, 'ids'> & Partial<Pick<LiveMessage, 'ids'>>, except?: LiveHub) => void
  readonly attach: (hub: LiveHub) => () => void
}

export function createTestLive(): TestLive {
  const hubs = new Set<LiveHub>()
  let count = 0
  return {
    emit: (message, except) => {
      const complete: LiveMessage = { ids: {}, cursor: `test-${++count}`, ...message }
      for (const hub of hubs) if (hub !== except) hub.deliver(complete)
    },
    attach: (hub) => {
      hubs.add(hub)
      return () => void hubs.delete(hub)
    },
  }
}
