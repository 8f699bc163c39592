import type { SignedInClient } from '../platform/http/tests/server.testing.ts'
import type { TestHospital } from './test-hospital.ts'

/** What a page of this session hears from now on, in the order in which it comes. */
export const listenLive = ({ live }: Pick<TestHospital, 'live'>, { caller }: SignedInClient): unknown[] => {
  const heard: unknown[] = []
  live.hub.join({
    caller,
    send: (message) => void heard.push(JSON.parse(message.toString())),
    close: () => undefined,
  })
  // That it is there.
  heard.pop()
  return heard
}
