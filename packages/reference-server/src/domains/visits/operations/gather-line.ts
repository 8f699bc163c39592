import type { Reading } from '../../../platform/seams.ts'
import type { Line, LinePlace } from '../model/queue-place.ts'
import { recentVisits } from '../model/recent-visits.ts'
import type { VisitFacts } from '../model/visit.ts'
import type { VisitsContext } from '../ports.ts'
import { lineState } from '../store/lines.ts'
import { readLine } from '../store/live-visits.ts'
import { pastVisits } from '../store/past-visits.ts'

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
  const [visits, { paused, seenAt }, past] = await Promise.all([
    readLine(db, practitionerId),
    lineState(db, practitionerId),
    pastVisits(db, practitionerId, now),
  ])
  const here = isPresent(ports, practitionerId, seenAt, now, ports.policy.practitionerHereSeconds)
  return { places: visits.map(placeOf), paused, here, recent: recentVisits(past) }
}

/** Whether it was seen within `seconds`, by this process or, as far as it was written down, by another. */
export const isPresent = (
  { presence }: Pick<VisitsContext, 'presence'>,
  id: string,
  written: Date | null,
  now: Date,
  seconds: number,
): boolean => Math.max(written?.getTime() ?? 0, presence.seenAt(id)?.getTime() ?? 0) >= now.getTime() - seconds * 1000
