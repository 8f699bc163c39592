import type { Keeping } from '../../platform/seams.ts'
import { tellLine, visitTold } from './events.ts'
import { end, treatingPractitioner, type VisitFacts, type VisitOutcome } from './model/visit.ts'
import { presenceForgotten } from './store/presences.ts'
import { seatsLeft } from './store/seats.ts'
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
  const { tx, now } = keeping
  await updateVisit(tx, keeping, before, after, [seatsLeft(tx, before.id, now), presenceForgotten(tx, before.id)])
  await keeping.emit(visitTold('ended', after, { outcome }))
  for (const practitionerId of new Set([after.practitionerId, treatingPractitioner(after)])) {
    await tellLine(keeping, practitionerId)
  }
  return after
}
