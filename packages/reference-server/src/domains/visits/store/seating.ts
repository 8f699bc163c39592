import type { Write } from '../../../platform/contracts/write.ts'
import { factTable } from '../../../platform/database/changes/fact-table.ts'
import type { Room, VisitFacts } from '../model/visit.ts'

const table = 'visits.visits'

const columns = {
  id: ['id', 'uuid'],
  status: ['status', 'text'],
  startedAt: ['started_at', 'timestamptz'],
  endedAt: ['ended_at', 'timestamptz'],
  outcome: ['outcome', 'text'],
  stoppedFor: ['stopped_for', 'text[]'],
  version: ['version', 'integer'],
  seatsVersion: ['seats_version', 'integer'],
} as const
type Seating = Pick<VisitFacts, keyof typeof columns>
const guard = ['version', 'seatsVersion'] as const

const visits = factTable<Seating>(table, columns, { guard })

/**
 * Stores a step that depends on who is seated: the end, a stop, or a start because someone returned. Conditional: the visit has not changed, and no
 * one has taken a seat since.
 */
export const replaceSeating = (after: VisitFacts, before: VisitFacts): Write => visits.replace(after, before)

/** A seat may rely on a consent that no earlier step used. */
const ofSeat = { ...columns, consentsUsed: ['consents_used', 'jsonb'] } as const
interface SeatedIn extends Seating {
  /** JSON. */
  readonly consentsUsed: string
}
const seated = (visit: VisitFacts): SeatedIn => ({
  ...visit,
  consentsUsed: JSON.stringify(visit.consentsUsed),
})

const inRoomOfVendor = factTable<SeatedIn & { readonly vendorRoomId: string }>(
  table,
  { ...ofSeat, vendorRoomId: ['vendor_room_id', 'text'] },
  { guard: [...guard, 'vendorRoomId'] },
)
const inOwnRoom = factTable<SeatedIn & StoredRoom>(
  table,
  {
    ...ofSeat,
    vendorRoomId: ['vendor_room_id', 'text'],
    roomUrl: ['room_url', 'text'],
    roomClosesAt: ['room_closes_at', 'timestamptz'],
    roomEndsBy: ['room_ends_by', 'text'],
  },
  { guard },
)
interface StoredRoom {
  readonly vendorRoomId: string
  readonly roomUrl: string | null
  readonly roomClosesAt: Date
  readonly roomEndsBy: Room['endsBy']
}

/**
 * The same for a seat in `room`. A room at a vendor is in the row already (store/room-attempts.ts), and the seat is refused if the visit has
 * another one by now. A room that exists at no vendor is stored with the seat.
 */
export const seatInRoom = (to: VisitFacts, from: VisitFacts, room: Room, isAtVendor: boolean): Write => {
  const [after, before] = [seated(to), seated(from)]
  const { vendorRoomId, url, closesAt, endsBy } = room
  if (isAtVendor) return inRoomOfVendor.replace({ ...after, vendorRoomId }, { ...before, vendorRoomId })
  const stored: StoredRoom = { vendorRoomId, roomUrl: url, roomClosesAt: closesAt, roomEndsBy: endsBy }
  return inOwnRoom.replace({ ...after, ...stored }, { ...before, ...stored })
}
