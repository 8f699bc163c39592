import type { Change } from '../../../platform/contracts/change.ts'
import { queueChanged, visitEnded } from '../events.ts'
import { end, treatingPractitioner, type VisitFacts, type VisitOutcome } from '../model/visit.ts'
import { patientsInQueue, type WaitingPatient } from '../model/waiting-patient.ts'
import { deletePresence } from '../store/presences.ts'
import { leaveSeats } from '../store/seats.ts'
import { replaceSeating } from '../store/seating.ts'

/**
 * Ends a visit, with every seat in it. `waiting`: the patients who wait for its practitioners. The reaction to `visits.ended` closes the room
 * and retries until the vendor has done it.
 */
export const endVisitWithSeats = <V extends VisitFacts>(
  before: V,
  waiting: readonly WaitingPatient[],
  outcome: VisitOutcome,
  now: Date,
): { readonly visit: V } & Required<Pick<Change<V>, 'writes' | 'events'>> => {
  const visit = end(before, outcome, now)
  const queues = new Set([visit.practitionerId, treatingPractitioner(visit)])
  return {
    visit,
    writes: [replaceSeating(visit, before), leaveSeats(visit.id, now), deletePresence(visit.id)],
    events: [
      visitEnded(visit, outcome),
      ...Array.from(queues, (id) => queueChanged(id, patientsInQueue(waiting, id, visit.id))),
    ],
  }
}
