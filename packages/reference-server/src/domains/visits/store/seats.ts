import type { Selectable } from 'kysely'
import type { Caller } from '../../../platform/contracts/caller.ts'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { Seat } from '../model/seat.ts'
import { requireUuid } from '../../../platform/database/ids/require-uuid.ts'
import { tablesOf, type VisitsTables } from './tables.ts'

export const seatOf = (row: Selectable<VisitsTables['visits.seats']>): Seat => ({
  id: row.id,
  visitId: row.visit_id,
  patientId: row.patient_id,
  personId: row.person_id,
  sessionId: row.session_id,
  practitionerId: row.practitioner_id,
  role: row.role,
  takenAt: row.taken_at,
  leftAt: row.left_at,
  reportedAt: row.reported_at,
  vendorRoomId: row.vendor_room_id,
  vendorParticipantId: row.vendor_participant_id,
})

/** Every seat of the visit, oldest first. */
export const listSeatsByVisit = async (db: AnyKysely, visitId: string): Promise<Seat[]> =>
  (
    await tablesOf(db)
      .selectFrom('visits.seats')
      .selectAll()
      .where('visit_id', '=', requireUuid(visitId))
      .orderBy('taken_at')
      .orderBy('id')
      .execute()
  ).map(seatOf)

/** The seats that a session occupies, in any visit. */
export const listSeatsBySession = async (db: AnyKysely, sessionId: string): Promise<Seat[]> =>
  (
    await tablesOf(db)
      .selectFrom('visits.seats')
      .selectAll()
      .where('session_id', '=', sessionId)
      .where('left_at', 'is', null)
      .execute()
  ).map(seatOf)

/** The insert statement, for `writeVisit`. */
export const insertSeatStatement = (tx: AnyKysely, { organizationId }: Caller, seat: Seat) =>
  tablesOf(tx).insertInto('visits.seats').values({
    organization_id: organizationId,
    id: seat.id,
    visit_id: seat.visitId,
    patient_id: seat.patientId,
    person_id: seat.personId,
    session_id: seat.sessionId,
    practitioner_id: seat.practitionerId,
    role: seat.role,
    taken_at: seat.takenAt,
    left_at: seat.leftAt,
    reported_at: seat.reportedAt,
    vendor_room_id: seat.vendorRoomId,
    vendor_participant_id: seat.vendorParticipantId,
  })

/** The statement by which everyone leaves, written together with the end of the visit. */
export const updateSeatsLeftStatement = (tx: AnyKysely, visitId: string, now: Date) =>
  tablesOf(tx)
    .updateTable('visits.seats')
    .set({ left_at: now })
    .where('visit_id', '=', visitId)
    .where('left_at', 'is', null)

/** Updates the changeable columns of a seat. The row of its visit is locked. */
export const updateSeat = async (tx: AnyKysely, seat: Seat): Promise<void> => {
  await tablesOf(tx)
    .updateTable('visits.seats')
    .set({
      left_at: seat.leftAt,
      reported_at: seat.reportedAt,
      vendor_participant_id: seat.vendorParticipantId,
    })
    .where('id', '=', seat.id)
    .execute()
}
