import type { WriteContext } from '../../../platform/contracts/context.ts'
import { emitQueueChanged, queueChanged, visitEnded } from '../events.ts'
import { isHeld, type Seat } from '../model/seat.ts'
import { end, treatingPractitioner, type VisitFacts, type VisitOutcome } from '../model/visit.ts'
import { deletePresenceStatement } from '../store/presences.ts'
import { updateSeatsLeftStatement } from '../store/seats.ts'
import { writeVisit } from '../store/visit-and-seats.ts'
import { updateVisitStatement } from '../store/visits.ts'

/**
 * Ends a visit whose row is locked, with every seat in it, and emits the events. The reaction to `visits.ended` closes the room and retries
 * until the vendor has done it. Returns the visit and every seat that it had.
 */
export const endVisitWithSeats = async <V extends VisitFacts>(
  context: WriteContext,
  before: V,
  outcome: VisitOutcome,
): Promise<{ readonly visit: V; readonly seats: readonly Seat[] }> => {
  const after = end(before, outcome, context.now)
  const { tx, now } = context
  const extraStatements = [updateSeatsLeftStatement(tx, before.id, now), deletePresenceStatement(tx, before.id)]
  const written = await writeVisit(tx, await updateVisitStatement(tx, context, before, after), after, extraStatements)
  if (written === null) throw new Error('a visit changed although its row was locked')
  await context.emit(visitEnded(after, outcome))
  await context.emit(queueChanged(after.practitionerId, written.waiting))
  const treating = treatingPractitioner(after)
  if (treating !== after.practitionerId) await emitQueueChanged(context, treating)
  return { visit: after, seats: written.seats.map((seat) => (isHeld(seat) ? { ...seat, leftAt: now } : seat)) }
}
