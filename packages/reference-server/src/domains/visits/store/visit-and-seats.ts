import { sql, type Expression, type RawBuilder } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import { requireUuid } from '../../../platform/database/ids/require-uuid.ts'
import { notFound } from '../../../platform/problems/problem.ts'
import type { RequestContext } from '../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import { preparedRead, type Placeholders } from '../../../platform/database/reads/prepared-read.ts'
import type { Seat } from '../model/seat.ts'
import type { VideoVendor, VisitFacts } from '../model/visit.ts'
import type { WaitingPatient } from '../model/waiting-patient.ts'
import { waiting, waitingPatientOf } from './live-visits.ts'
import { seats } from './seats.ts'
import { tablesOf } from './tables.ts'
import { factColumns, factsOf, isBeyondReach, type EncryptedVisit } from './visits.ts'

/** A visit with every seat, oldest first. */
export interface SeatedVisit<V extends VisitFacts = VisitFacts> {
  readonly visit: V
  readonly seats: readonly Seat[]
}

type Reader = Pick<RequestContext, 'caller' | 'access'>

/** One visit that is accessible to the caller, with its seats, in one statement. Decrypt it after the permission check. */
export const readVisitAndSeats = async (
  db: AnyKysely,
  context: Reader,
  visitId: string,
): Promise<SeatedVisit<EncryptedVisit>> => {
  const [row] = await selectVisit(db, { id: requireUuid(visitId) })
  return accessible(context, row)
}
const selectVisit = preparedRead((db, { id }: Placeholders<{ id: string }>) =>
  encryptedVisits(db).where('visits.visits.id', '=', id),
)

/** The same, with the patients who wait for its practitioners. */
export const readVisitAndQueue = async (
  db: AnyKysely,
  context: Reader,
  visitId: string,
): Promise<SeatedVisit<EncryptedVisit> & { readonly waiting: readonly WaitingPatient[] }> => {
  const [row] = await selectVisitAndQueue(db, { id: requireUuid(visitId) })
  return { ...accessible(context, row), waiting: (row?.waiting ?? []).map(waitingPatientOf) }
}
const selectVisitAndQueue = preparedRead((db, { id }: Placeholders<{ id: string }>) =>
  encryptedVisits(db)
    .select(
      jsonArrayFrom(waiting(db, sql`any(array[visits.visits.practitioner_id, visits.visits.seen_by])`)).as('waiting'),
    )
    .where('visits.visits.id', '=', id),
)

/** The visit of an appointment, or null before check-in. */
export const findVisitOfAppointment = async (
  db: AnyKysely,
  context: Reader,
  appointmentId: string,
): Promise<SeatedVisit<EncryptedVisit> | null> => {
  const [row] = await selectVisitOfAppointment(db, { id: requireUuid(appointmentId) })
  return row ? accessible(context, row) : null
}
const selectVisitOfAppointment = preparedRead((db, { id }: Placeholders<{ id: string }>) =>
  encryptedVisits(db).where('visits.visits.appointment_id', '=', id),
)

/** The same, with the patients who wait for `practitionerId`. */
export const findVisitAndQueue = async (
  db: AnyKysely,
  context: Reader,
  appointmentId: string,
  practitionerId: string,
): Promise<{ readonly known: SeatedVisit<EncryptedVisit> | null; readonly waiting: readonly WaitingPatient[] }> => {
  const [found] = await selectQueueAndVisit(db, { appointmentId: requireUuid(appointmentId), practitionerId })
  const { waiting: inQueue = [], ...row } = found ?? { id: null }
  const known = row.id === null ? null : accessible(context, row as EncryptedRow)
  return { known, waiting: inQueue.map(waitingPatientOf) }
}
const selectQueueAndVisit = preparedRead(
  (db, { appointmentId, practitionerId }: Placeholders<{ appointmentId: string; practitionerId: string }>) =>
    tablesOf(db)
      .selectFrom(
        tablesOf(db)
          .selectNoFrom(jsonArrayFrom(waiting(db, sql`${practitionerId}::uuid`)).as('waiting'))
          .as('queue'),
      )
      .leftJoin(encryptedVisits(db).where('visits.visits.appointment_id', '=', appointmentId).as('visit'), (join) =>
        join.onTrue(),
      )
      .selectAll('visit')
      .select('queue.waiting'),
)

/** These visits. */
export const listVisitsAndSeats = (db: AnyKysely, visitIds: readonly string[]): Promise<SeatedVisit[]> =>
  listSeatedVisits(db, sql`visits.visits.id = any(${visitIds}::uuid[])`)

/** The visits of a patient that have not ended. */
export const listLiveVisitsAndSeats = (db: AnyKysely, patientId: string): Promise<SeatedVisit[]> =>
  listSeatedVisits(db, sql`visits.visits.ended_at is null and visits.visits.patient_id = ${patientId}::uuid`)

/** The visits that have not ended, and in which someone has asked to record. */
export const listVisitsToRecord = (db: AnyKysely): Promise<SeatedVisit[]> =>
  listSeatedVisits(db, sql`visits.visits.ended_at is null and visits.visits.recording_request_id is not null`)

/** The visits in which these sessions occupy a seat. */
export const listVisitsBySession = (db: AnyKysely, sessionIds: readonly string[]): Promise<SeatedVisit[]> =>
  listSeatedVisits(
    db,
    sql`visits.visits.id in (
      select visit_id from visits.seats where session_id = any(${sessionIds}::text[]) and left_at is null)`,
  )

/** The visits in which these people occupy a seat. */
export const listVisitsByPerson = (db: AnyKysely, personIds: readonly string[]): Promise<SeatedVisit[]> =>
  listSeatedVisits(
    db,
    sql`visits.visits.id in (
      select visit_id from visits.seats where person_id = any(${personIds}::uuid[]) and left_at is null)`,
  )

/** The visits, at this vendor, to which these seats belong. */
export const listVisitsBySeat = (
  db: AnyKysely,
  vendor: VideoVendor,
  seatIds: readonly string[],
): Promise<SeatedVisit[]> =>
  listSeatedVisits(
    db,
    sql`visits.visits.vendor = ${vendor} and visits.visits.id in (
      select visit_id from visits.seats where id = any(${seatIds}::uuid[]))`,
  )

const listSeatedVisits = async (db: AnyKysely, condition: RawBuilder<unknown>): Promise<SeatedVisit[]> => {
  const rows = await tablesOf(db)
    .selectFrom('visits.visits')
    .select(factColumns)
    .select(seatsColumn(db, sql.ref('visits.visits.id')).as('seats'))
    .where(sql<boolean>`${condition}`)
    .execute()
  return rows.map((row) => ({ visit: factsOf(row), seats: row.seats.map(seatOfColumn) }))
}

const encryptedVisits = (db: AnyKysely) =>
  tablesOf(db)
    .selectFrom('visits.visits')
    .select(factColumns)
    .select('sealed')
    .select(seatsColumn(db, sql.ref('visits.visits.id')).as('seats'))

type EncryptedRow = Awaited<ReturnType<ReturnType<typeof encryptedVisits>['execute']>>[number]

const accessible = ({ access, caller }: Reader, row: EncryptedRow | undefined): SeatedVisit<EncryptedVisit> => {
  if (row === undefined) throw notFound('visit unknown')
  const visit = { ...factsOf(row), sealed: row.sealed }
  if (isBeyondReach(access, caller, visit.patientId)) throw notFound('visit beyond reach')
  return { visit, seats: row.seats.map(seatOfColumn) }
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
  seats.factOf({
    ...seat,
    taken_at: new Date(seat.taken_at),
    left_at: seat.left_at === null ? null : new Date(seat.left_at),
    reported_at: seat.reported_at === null ? null : new Date(seat.reported_at),
  })
