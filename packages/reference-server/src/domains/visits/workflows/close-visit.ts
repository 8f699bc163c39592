import type { Keeping } from '../../../platform/contracts/context.ts'
import { emitQueueMoved, queueMoved, visitEnded } from '../events.ts'
import { isHeld, type Seat } from '../model/seat.ts'
import { end, treatingPractitioner, type VisitFacts, type VisitOutcome } from '../model/visit.ts'
import { presenceForgotten } from '../store/presences.ts'
import { seatsLeft } from '../store/seats.ts'
import { keepVisit } from '../store/visit-and-seats.ts'
import { visitChange } from '../store/visits.ts'

/**
 * Ends a visit whose row is locked, with every seat in it, and tells. The room itself is closed by the reaction to `visits.ended`, which
 * is tried until the vendor has done it. Answers the visit and every seat that there was in it.
 */
export const closeVisit = async <V extends VisitFacts>(
  keeping: Keeping,
  before: V,
  outcome: VisitOutcome,
): Promise<{ readonly visit: V; readonly seats: readonly Seat[] }> => {
  const after = end(before, outcome, keeping.now)
  const { tx, now } = keeping
  const beside = [seatsLeft(tx, before.id, now), presenceForgotten(tx, before.id)]
  const kept = await keepVisit(tx, await visitChange(tx, keeping, before, after), after, beside)
  if (kept === null) throw new Error('a visit changed although its row was locked')
  await keeping.emit(visitEnded(after, outcome))
  await keeping.emit(queueMoved(after.practitionerId, kept.waiting))
  const treating = treatingPractitioner(after)
  if (treating !== after.practitionerId) await emitQueueMoved(keeping, treating)
  return { visit: after, seats: kept.seats.map((seat) => (isHeld(seat) ? { ...seat, leftAt: now } : seat)) }
}
