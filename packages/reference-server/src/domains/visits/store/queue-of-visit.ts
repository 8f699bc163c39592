import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import { preparedRead, type Placeholders } from '../../../platform/database/reads/prepared-read.ts'
import { requireUuid } from '../../../platform/database/ids/require-uuid.ts'
import { notFound } from '../../../platform/problems/problem.ts'
import type { RequestContext } from '../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { PastVisit } from '../model/recent-visits.ts'
import type { VisitFacts } from '../model/visit.ts'
import { tablesOf } from './tables.ts'
import { factColumns, factsOf, isBeyondReach } from './visits.ts'

/** How many visits an estimate is based on, plus the one before them. */
const visitsInEstimate = 21
/** Older visits are not representative of how a practitioner works now. Milliseconds. */
const oldest = 60 * 24 * 3_600_000

/** The data from which a queue position is computed. */
export type QueuedVisit = Pick<VisitFacts, 'id' | 'status' | 'appointmentStart' | 'checkedInAt' | 'admittedAt'>

export interface QueueOfVisit {
  readonly visit: VisitFacts
  /** The practitioner's queue, and the patients who are with them. */
  readonly patients: readonly QueuedVisit[]
  readonly paused: boolean
  /** The stored time at which the practitioner was last seen. */
  readonly seenAt: Date | null
  /** The practitioner's latest visits that took place, by admission. */
  readonly past: readonly PastVisit[]
}

/**
 * One visit that is accessible to the caller, with its queue, in one statement, without decrypting: waiting patients poll every few
 * seconds.
 */
export const readQueueByVisit = async (
  db: AnyKysely,
  { caller, access, now }: Pick<RequestContext, 'caller' | 'access' | 'now'>,
  visitId: string,
): Promise<QueueOfVisit> => {
  const [row] = await selectQueue(db, {
    organizationId: caller.organizationId,
    visitId: requireUuid(visitId),
    since: new Date(now.getTime() - oldest),
  })
  if (row === undefined || isBeyondReach(access, caller, row.patient_id)) throw notFound('visit unknown')
  return {
    visit: factsOf(row),
    patients: row.places.map((place) => ({
      id: place.id,
      status: place.status,
      appointmentStart: new Date(place.appointment_start),
      checkedInAt: new Date(place.checked_in_at),
      admittedAt: place.admitted_at === null ? null : new Date(place.admitted_at),
    })),
    paused: row.paused ?? false,
    seenAt: row.seen_at,
    past: row.past
      .map((each) => ({
        appointmentStart: new Date(each.appointment_start),
        checkedInAt: new Date(each.checked_in_at),
        admittedAt: new Date(each.admitted_at ?? each.checked_in_at),
        endedAt: each.ended_at === null ? now : new Date(each.ended_at),
      }))
      .toReversed(),
  }
}

interface OfVisit {
  readonly organizationId: string
  readonly visitId: string
  readonly since: Date
}
const selectQueue = preparedRead((db, { organizationId, visitId, since }: Placeholders<OfVisit>) =>
  tablesOf(db)
    .selectFrom('visits.visits as visit')
    .select(factColumns.map((column) => `visit.${column}` as const))
    .select(({ selectFrom, ref }) => [
      selectFrom('visits.lines as line')
        .select('line.paused')
        .whereRef('line.id', '=', 'visit.practitioner_id')
        .as('paused'),
      selectFrom('visits.presences as presence')
        .select('presence.seen_at')
        .whereRef('presence.id', '=', 'visit.practitioner_id')
        .as('seen_at'),
      jsonArrayFrom(
        selectFrom('visits.visits as live')
          .select(['live.id', 'live.status', 'live.appointment_start', 'live.checked_in_at', 'live.admitted_at'])
          .where('live.ended_at', 'is', null)
          .where(sql<string>`coalesce(live.seen_by, live.practitioner_id)`, '=', ref('visit.practitioner_id')),
      ).as('places'),
      jsonArrayFrom(
        selectFrom('visits.visits as past')
          .select(['past.appointment_start', 'past.checked_in_at', 'past.admitted_at', 'past.ended_at'])
          .whereRef('past.seen_by', '=', 'visit.practitioner_id')
          .where('past.status', '=', 'ended')
          .where('past.started_at', 'is not', null)
          .where('past.admitted_at', '>', since)
          .orderBy('past.admitted_at', 'desc')
          .limit(visitsInEstimate),
      ).as('past'),
    ])
    .where('visit.organization_id', '=', organizationId)
    .where('visit.id', '=', visitId),
)
