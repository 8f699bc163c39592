import { isProblem } from '@visitkit/sdk'
import type { SeededPeople } from '../../examples/portal/src/seed.ts'
import type { ComposedServer } from '../../packages/reference-server/src/compose-server.ts'
import type { Sandbox } from '../../packages/sandbox/src/start-sandbox.ts'
import type { PastClock } from './past-clock.ts'
import type { PastPeople } from './past-people.ts'

export interface PastWorld {
  readonly clock: PastClock
  readonly people: PastPeople
  readonly seeded: SeededPeople
  readonly partners: Sandbox
  readonly portalOrigin: string
  /** The start of the demo: `daysAgo` counts from it. */
  readonly startedAt: Date
  /**
   * Advances the clock by minutes until the server and its partners have reached this state. Throws when they do not. A resource that does
   * not exist yet (404, or not published) is requested again.
   */
  until<T>(what: string, look: () => Promise<T>, isSo: (found: T) => boolean): Promise<T>
}

const maxTries = 60

/** Runs the server's reactions, timers and partners, a few minutes of its clock at a time. */
export const createUntil =
  ({ platform }: ComposedServer, clock: PastClock): PastWorld['until'] =>
  async (what, look, isSo) => {
    for (let tries = 0; tries < maxTries; tries++) {
      await platform.relay.settle()
      await platform.jobs.runDue()
      await platform.relay.settle()
      const found = await look().catch((error: unknown) => {
        if (isProblem(error, 'not_found', 'not_published')) return undefined
        throw error
      })
      if (found !== undefined && isSo(found)) return found
      // A partner that calls back needs some real time as well.
      await new Promise((resolve) => setTimeout(resolve, 15))
      clock.advance(2)
    }
    throw new Error(`In the past of the demo, ${what} did not come about.`)
  }
