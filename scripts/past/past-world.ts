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
  /** When the demo was started: how long ago something was is counted from there. */
  readonly startedAt: Date
  /**
   * Minutes go by until what the server and its partners do by themselves has come to this. Throws when it does not. What is not there
   * yet (404, or not published) is looked for again.
   */
  until<T>(what: string, look: () => Promise<T>, isSo: (found: T) => boolean): Promise<T>
}

const maxTries = 60

/** Lets the server's reactions, timers and partners run, a few minutes at a time by its clock. */
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
      // A partner that calls back needs a moment of the machine's time as well.
      await new Promise((resolve) => setTimeout(resolve, 15))
      clock.advance(2)
    }
    throw new Error(`In the past of the demo, ${what} did not come about.`)
  }
