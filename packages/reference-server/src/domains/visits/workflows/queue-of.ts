import type { Queue, QueuedPatient } from '../model/queue-position.ts'
import { recentVisits } from '../model/recent-visits.ts'
import type { VisitsContext } from '../ports.ts'
import type { QueueOfVisit, QueuedVisit } from '../store/queue-of-visit.ts'

export const queuedPatientOf = (visit: QueuedVisit): QueuedPatient => ({
  visitId: visit.id,
  status: visit.status === 'ended' ? 'in-progress' : visit.status,
  appointmentStart: visit.appointmentStart,
  checkedInAt: visit.checkedInAt,
  admittedAt: visit.admittedAt,
})

/** The current state of a practitioner's queue. */
export const queueOf = (
  ports: VisitsContext,
  { visit, patients, paused, seenAt, past }: QueueOfVisit,
  now: Date,
): Queue => ({
  patients: patients.map(queuedPatientOf),
  paused,
  here: isPresent(ports, visit.practitionerId, seenAt, now, ports.policy.practitionerHereSeconds),
  recent: recentVisits(past),
})

/** Whether it was seen within `seconds`, by this process or, as far as stored, by another. */
export const isPresent = (
  { presence }: Pick<VisitsContext, 'presence'>,
  id: string,
  written: Date | null,
  now: Date,
  seconds: number,
): boolean => Math.max(written?.getTime() ?? 0, presence.seenAt(id)?.getTime() ?? 0) >= now.getTime() - seconds * 1000
