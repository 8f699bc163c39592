import type { Database } from '../../platform/seams.ts'
import { isHeld } from './model/seat.ts'
import type { DeliverSignal, VisitsPorts } from './ports.ts'
import { noSeat, signalTooLarge } from './problems.ts'
import { seatsOf } from './store/seats.ts'

/** What the platform and the domains after visits may ask. */
export interface VisitsProvides {
  /**
   * Hands what one browser says to the others of its room. Only between seats that are held now, and only from the session that took the
   * seat; the sender is stamped here, whatever the message claims. Throws `no_seat` or `signal_too_large`.
   */
  readonly deliverSignal: DeliverSignal
}

const largest = 16 * 1024

export const visitsProvides = (
  database: Pick<Database, 'reader'>,
  signals: VisitsPorts['signals'],
): VisitsProvides => ({
  deliverSignal: async (caller, visitId, to, data) => {
    if (Buffer.byteLength(JSON.stringify(data) ?? '') > largest) throw signalTooLarge()
    const { organizationId, sessionId } = caller
    const seats = (await seatsOf(database.reader({ domain: 'visits', organizationId }), visitId)).filter(isHeld)
    const from = seats.find((seat) => seat.sessionId === sessionId && seat.personId === caller.personId)
    if (from === undefined) throw noSeat()
    // Whoever has just left is no error: candidates are still under way to them.
    const hearers = seats.filter(({ id }) => id !== from.id && (to === null || id === to))
    if (hearers.length === 0) return
    const audience = hearers.map((seat) => `session:${seat.sessionId}`)
    await signals.send({ organizationId, visitId, from: from.id, audience, data })
  },
})
