import type { Line, LinePlace } from '../model/queue-place.ts'
import { recentVisits } from '../model/recent-visits.ts'
import type { VisitsContext } from '../ports.ts'
import type { LineOfVisit, PlacedVisit } from '../store/line-of-visit.ts'

export const placeOf = (visit: PlacedVisit): LinePlace => ({
  visitId: visit.id,
  status: visit.status === 'ended' ? 'in-progress' : visit.status,
  appointmentStart: visit.appointmentStart,
  checkedInAt: visit.checkedInAt,
  admittedAt: visit.admittedAt,
})

/** A practitioner's line as it stands. */
export const lineOf = (
  ports: VisitsContext,
  { visit, places, paused, seenAt, past }: LineOfVisit,
  now: Date,
): Line => ({
  places: places.map(placeOf),
  paused,
  here: isPresent(ports, visit.practitionerId, seenAt, now, ports.policy.practitionerHereSeconds),
  recent: recentVisits(past),
})

/** Whether it was seen within `seconds`, by this process or, as far as it was written down, by another. */
export const isPresent = (
  { presence }: Pick<VisitsContext, 'presence'>,
  id: string,
  written: Date | null,
  now: Date,
  seconds: number,
): boolean => Math.max(written?.getTime() ?? 0, presence.seenAt(id)?.getTime() ?? 0) >= now.getTime() - seconds * 1000
