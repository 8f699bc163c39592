import type { AvailabilityBitmap } from '../../kernel/model/availability-bitmap.ts'
import type { VisitShape } from '../../kernel/model/visit-type.ts'

interface Query {
  readonly type: VisitShape
  readonly now: number
  readonly except?: ReadonlySet<string>
}

/** The seats left in the group visits of these practitioners, by practitioner and start. */
export const seatsLeftOf = (
  bitmaps: ReadonlyMap<string, AvailabilityBitmap>,
  { type, now, except }: Query,
): ((practitionerId: string, start: number) => number) => {
  const taken = new Map(Array.from(bitmaps, ([id, bitmap]) => [id, bitmap.seatsTaken(type.id, now, except)]))
  return (practitionerId, start) => (type.capacity ?? 1) - (taken.get(practitionerId)?.get(start)?.size ?? 0)
}
