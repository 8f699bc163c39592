import type { SignedInClient } from '../platform/http/tests/server.testing.ts'
import type { TestHospital } from './test-hospital.ts'

/** The live messages that a page of this session receives from now on, in order. */
export const listenLive = ({ live }: Pick<TestHospital, 'live'>, { caller }: SignedInClient): unknown[] => {
  const heard: unknown[] = []
  live.hub.join({
    caller,
    send: (message) => void heard.push(JSON.parse(message.toString())),
    close: () => undefined,
  })
  // Drops the message that confirms the connection.
  heard.pop()
  return heard
}
