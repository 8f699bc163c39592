import type { Reading } from '../../../platform/seams.ts'
import type { Line, LinePlace } from '../model/queue-place.ts'
import { recentVisits } from '../model/recent-visits.ts'
import type { VisitFacts } from '../model/visit.ts'
import type { VisitsContext } from '../ports.ts'
import { isPaused } from '../store/lines.ts'
import { readLine } from '../store/live-visits.ts'
import { pastVisits } from '../store/past-visits.ts'
import { seenAt } from '../store/presences.ts'

export const placeOf = (visit: VisitFacts): LinePlace => ({
  visitId: visit.id,
  status: visit.status === 'ended' ? 'in-progress' : visit.status,
  appointmentStart: visit.appointmentStart,
  checkedInAt: visit.checkedInAt,
  admittedAt: visit.admittedAt,
})

/** A practitioner's line as it stands, nothing opened. */
export const gatherLine = async (ports: VisitsContext, reading: Reading, practitionerId: string): Promise<Line> => {
  const { db, now } = reading
  const [visits, paused, past, isHere] = await Promise.all([
    readLine(db, practitionerId),
    isPaused(db, practitionerId),
    pastVisits(db, practitionerId, now),
    presenceOf(ports, reading, [practitionerId], ports.policy.practitionerHereSeconds),
  ])
  return { places: visits.map(placeOf), paused, here: isHere(practitionerId), recent: recentVisits(past) }
}

/** Who of these was seen within `seconds`, by this process or, as far as it was written down, by another. */
export const presenceOf = async (
  { presence }: VisitsContext,
  { db, now }: Reading,
  ids: readonly string[],
  seconds: number,
): Promise<(id: string) => boolean> => {
  const written = await seenAt(db, ids)
  const since = now.getTime() - seconds * 1000
  return (id) => Math.max(written.get(id)?.getTime() ?? 0, presence.seenAt(id)?.getTime() ?? 0) >= since
}
