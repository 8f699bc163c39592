import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { NewEvent } from '../../../platform/contracts/event.ts'
import { queueChanged, visitPresenceChanged } from '../events.ts'
import { patientsInQueue } from '../model/waiting-patient.ts'
import { listLiveVisits, listWaitingPatients } from '../store/live-visits.ts'
import type { Presence } from '../store/presences.ts'

/** The event for each of these: that a waiting room was opened or closed, or that a practitioner arrived or left. */
export const gatherPresenceEvents = async (
  db: AnyKysely,
  changed: readonly Presence[],
): Promise<(presence: Presence) => readonly NewEvent[]> => {
  const idsOf = (kind: Presence['kind']) => changed.filter((each) => each.kind === kind).map(({ id }) => id)
  const [visits, waiting] = await Promise.all([
    listLiveVisits(db, idsOf('visit')),
    listWaitingPatients(db, idsOf('practitioner')),
  ])
  return ({ kind, id }) =>
    kind === 'practitioner'
      ? [queueChanged(id, patientsInQueue(waiting, id))]
      : visits.filter((visit) => visit.id === id).map((visit) => visitPresenceChanged(visit))
}
