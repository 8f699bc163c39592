import type { LiveHub } from '../core/live-hub.ts'
import type { LiveIds, LiveMessage, LiveMessageType } from '../core/live-message.ts'

/** A message as a test writes it: ids that it does not care about may be left out, and the cursor is made up. */
export interface TestMessage {
  type: LiveMessageType
  ids?: LiveIds
  cursor?: string
  from?: string
  data?: unknown
}

/** A live stream in memory. Every test client that shares it hears what any of them causes. */
export interface TestLive {
  /** @param except - Does not receive it: the one that sent a signal. */
  readonly emit: (message: TestMessage, except?: LiveHub) => void
  readonly attach: (hub: LiveHub) => () => void
}

export function createTestLive(): TestLive {
  const hubs = new Set<LiveHub>()
  let count = 0
  return {
    emit: (message, except) => {
      const complete = { ids: {}, cursor: `test-${++count}`, ...message } as LiveMessage
      for (const hub of hubs) if (hub !== except) hub.deliver(complete)
    },
    attach: (hub) => {
      hubs.add(hub)
      return () => void hubs.delete(hub)
    },
  }
}
