import type { LiveHub } from '../core/live-hub.ts'
import type { LiveIds, LiveMessage, LiveMessageType } from '../core/live-message.ts'

/** A message as a test writes it: ids that do not matter may be left out, and the cursor is generated. */
export interface TestMessage {
  type: LiveMessageType
  ids?: LiveIds
  cursor?: string
  from?: string
  data?: unknown
}

/** A live stream in memory. Every test client that shares it receives the messages of the others. */
export interface TestLive {
  /** @param except - The client that sent a signal. It does not receive it. */
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
