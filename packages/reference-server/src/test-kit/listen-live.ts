import type { SignedInClient } from '../platform/http/tests/server.testing.ts'
import type { TestHospital } from './test-hospital.ts'

/** The live messages that a page of this session receives from now on, in order. */
export const listenLive = ({ live }: Pick<TestHospital, 'live'>, { caller }: SignedInClient): unknown[] => {
  const received: unknown[] = []
  live.hub.join({
    caller,
    send: (message) => void received.push(JSON.parse(message.toString())),
    close: () => undefined,
  })
  // Drops the message that confirms the connection.
  received.pop()
  return received
}
