import { sql, type Expression, type OperationNodeSource, type RawBuilder } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import { requireUuid } from '../../../platform/database/ids/require-uuid.ts'
import { notFound } from '../../../platform/problems/problem.ts'
import type { RequestContext } from '../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { Seat } from '../model/seat.ts'
import type { VisitFacts } from '../model/visit.ts'
import { waiting } from './live-visits.ts'
import { seatOf } from './seats.ts'
import { tablesOf } from './tables.ts'
import { factColumns, factsOf, isBeyondReach, type EncryptedVisit } from './visits.ts'

export interface VisitAndSeats {
  readonly visit: EncryptedVisit
  /** Every seat, oldest first. */
  readonly seats: readonly Seat[]
}

/**
 * One visit that is accessible to the caller, with its seats, in one statement. Decrypt it after the permission check. Not for changes:
 * after waiting for a row lock, the statement would return the new row with the old seats.
 */
export const readVisitAndSeats = async (
  db: AnyKysely,
  { caller, access }: Pick<RequestContext, 'caller' | 'access'>,
  visitId: string,
): Promise<VisitAndSeats> => {
  const row = await tablesOf(db)
    .selectFrom('visits.visits')
    .select([...factColumns, 'sealed'])
    .select(seatsColumn(db, sql.ref('visits.visits.id')).as('seats'))
    .where('organization_id', '=', caller.organizationId)
    .where('id', '=', requireUuid(visitId))
    .executeTakeFirst()
  if (row === undefined || isBeyondReach(access, caller, row.patient_id)) throw notFound('visit unknown')
  return {
    visit: { ...factsOf(row), sealed: row.sealed },
    seats: row.seats.map(seatOfColumn),
  }
}

/** The seats of a visit as a column of another statement. */
const seatsColumn = (db: AnyKysely, visitId: Expression<string>) =>
  jsonArrayFrom(
    tablesOf(db)
      .selectFrom('visits.seats as seat')
      .selectAll('seat')
      .where('seat.visit_id', '=', visitId)
      .orderBy('seat.taken_at')
      .orderBy('seat.id'),
  )
type SeatColumn = ReturnType<typeof seatsColumn> extends RawBuilder<(infer Row)[]> ? Row : never

const seatOfColumn = (seat: SeatColumn): Seat =>
  seatOf({
    ...seat,
    taken_at: new Date(seat.taken_at),
    left_at: seat.left_at === null ? null : new Date(seat.left_at),
    reported_at: seat.reported_at === null ? null : new Date(seat.reported_at),
  })

export interface WrittenVisit {
  /** Every seat before the write, oldest first. */
  readonly seats: readonly Seat[]
  /** Recipients of an event about the queue of the visit. */
  readonly waiting: readonly string[]
}

/**
 * Inserts or updates a visit, and returns the data for its events from the same statement. Null when `written` returns no row.
 * `extraStatements` run in the same statement, even when `written` returns no row.
 */
export const writeVisit = async (
  tx: AnyKysely,
  written: { returning(column: 'id'): OperationNodeSource },
  visit: VisitFacts,
  extraStatements: readonly OperationNodeSource[] = [],
): Promise<WrittenVisit | null> => {
  const parts = [...extraStatements, written.returning('id')].map(
    (each, index) => sql`${sql.ref(`part_${index}`)} as (${each})`,
  )
  // A CTE does not see the changes of the others. The waiting state of this visit is already known.
  const others = waiting(tx, visit.practitionerId).where('id', '<>', visit.id)
  const { rows } = await sql<{ seats: SeatColumn[]; others: string[] }>`
    with ${sql.join(parts)}
    select ${seatsColumn(tx, sql`${visit.id}::uuid`)} as seats, array(${others}) as others
    from ${sql.ref(`part_${extraStatements.length}`)}`.execute(tx)
  const row = rows[0]
  if (row === undefined) return null
  return {
    seats: row.seats.map(seatOfColumn),
    waiting: visit.status === 'waiting' ? [...new Set([...row.others, visit.patientId])] : row.others,
  }
}
