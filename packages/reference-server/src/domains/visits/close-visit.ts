import type { Keeping } from '../../platform/seams.ts'
import { tellLine, visitTold } from './events.ts'
import { isHeld } from './model/seat.ts'
import { end, treatingPractitioner, type VisitFacts, type VisitOutcome } from './model/visit.ts'
import { forgetPresence } from './store/presences.ts'
import { seatsOf, updateSeat } from './store/seats.ts'
import { updateVisit } from './store/visits.ts'

/**
 * Ends a visit whose row is locked, with every seat in it, and tells. The room itself is closed by the reaction to `visits.ended`, which
 * is tried until the vendor has done it.
 */
export const closeVisit = async <V extends VisitFacts>(
  keeping: Keeping,
  before: V,
  outcome: VisitOutcome,
): Promise<V> => {
  const after = end(before, outcome, keeping.now)
  for (const seat of (await seatsOf(keeping.tx, before.id)).filter(isHeld)) {
    await updateSeat(keeping.tx, { ...seat, leftAt: keeping.now })
  }
  await updateVisit(keeping.tx, keeping, before, after)
  await forgetPresence(keeping.tx, before.id)
  await keeping.emit(visitTold('ended', after, { outcome }))
  for (const practitionerId of new Set([after.practitionerId, treatingPractitioner(after)])) {
    await tellLine(keeping, practitionerId)
  }
  return after
}
