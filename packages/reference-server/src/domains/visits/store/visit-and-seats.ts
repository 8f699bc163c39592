import { jsonArrayFrom } from 'kysely/helpers/postgres'
import { knownId } from '../../../platform/database/known-id.ts'
import { notFound } from '../../../platform/http/problem.ts'
import type { AnyKysely, Situation } from '../../../platform/seams.ts'
import type { Seat } from '../model/seat.ts'
import { seatOf } from './seats.ts'
import { tablesOf } from './tables.ts'
import { factColumns, factsOf, isBeyondReach, type StoredVisit } from './visits.ts'

export interface VisitAndSeats {
  readonly visit: StoredVisit
  /** Every seat, oldest first. */
  readonly seats: readonly Seat[]
}

/**
 * One visit within the caller's reach, with its seats, in one statement; to be opened once it is known that it may be. Not for a change: of
 * a row that is waited for, a lock shows the newest, and beside it the seats of before.
 */
export const readVisitAndSeats = async (
  db: AnyKysely,
  { caller, access }: Pick<Situation, 'caller' | 'access'>,
  visitId: string,
): Promise<VisitAndSeats> => {
  const row = await tablesOf(db)
    .selectFrom('visits.visits')
    .select([...factColumns, 'sealed'])
    .select(({ selectFrom }) =>
      jsonArrayFrom(
        selectFrom('visits.seats as seat')
          .selectAll('seat')
          .whereRef('seat.organization_id', '=', 'visits.visits.organization_id')
          .whereRef('seat.visit_id', '=', 'visits.visits.id')
          .orderBy('seat.taken_at')
          .orderBy('seat.id'),
      ).as('seats'),
    )
    .where('organization_id', '=', caller.organizationId)
    .where('id', '=', knownId(visitId))
    .executeTakeFirst()
  if (row === undefined || isBeyondReach(access, caller, row.patient_id)) throw notFound('visit unknown')
  return {
    visit: { ...factsOf(row), sealed: row.sealed },
    seats: row.seats.map((seat) =>
      seatOf({
        ...seat,
        taken_at: new Date(seat.taken_at),
        left_at: seat.left_at === null ? null : new Date(seat.left_at),
        reported_at: seat.reported_at === null ? null : new Date(seat.reported_at),
      }),
    ),
  }
}
