import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { Write } from '../../../platform/contracts/write.ts'
import { factTable } from '../../../platform/database/changes/fact-table.ts'
import { writeStatement } from '../../../platform/database/changes/write-statement.ts'
import { requireUuid } from '../../../platform/database/ids/require-uuid.ts'
import type { Seat } from '../model/seat.ts'
import { tablesOf } from './tables.ts'

/** A replacement is stored only if no one has left, returned, been reported, gone on in another session or agreed to a recording since. */
export const seats = factTable<Seat>(
  'visits.seats',
  {
    id: ['id', 'uuid'],
    visitId: ['visit_id', 'uuid'],
    patientId: ['patient_id', 'uuid'],
    personId: ['person_id', 'uuid'],
    sessionId: ['session_id', 'text'],
    practitionerId: ['practitioner_id', 'uuid'],
    role: ['role', 'text'],
    takenAt: ['taken_at', 'timestamptz'],
    leftAt: ['left_at', 'timestamptz'],
    reportedAt: ['reported_at', 'timestamptz'],
    vendorRoomId: ['vendor_room_id', 'text'],
    vendorParticipantId: ['vendor_participant_id', 'text'],
    recordingAgreedTo: ['recording_agreed_to', 'uuid'],
    troubles: ['troubles', 'jsonb'],
  },
  {
    fixed: [
      ...(['visitId', 'patientId', 'personId', 'practitionerId'] as const),
      ...(['role', 'takenAt', 'vendorRoomId'] as const),
    ],
    guard: ['leftAt', 'reportedAt', 'sessionId', 'recordingAgreedTo'],
  },
)

/** Everyone leaves. Written with the end of the visit, which is refused if someone has taken a seat since. */
export const leaveSeats = (visitId: string, now: Date): Write => ({ statement: leaveAll, values: [visitId, now] })
const leaveAll = writeStatement({
  kind: 'update',
  table: 'visits.seats',
  set: 'left_at = $2::timestamptz',
  where: 'visit_id = $1::uuid and left_at is null',
  isConditional: false,
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
  ).map(seats.factOf)
