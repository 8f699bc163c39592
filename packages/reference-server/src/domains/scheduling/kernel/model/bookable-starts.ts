import type { AvailabilityBitmap } from './availability-bitmap.ts'
import { ahead, both, either } from './bits.ts'
import type { Needed } from './needed.ts'
import { isGroup } from './session.ts'
import { sliceMinutes } from './slice.ts'
import type { VisitShape } from './visit-type.ts'

export interface StartQuery {
  readonly type: VisitShape
  readonly now: number
  readonly except?: ReadonlySet<string> | undefined
  readonly needed?: Needed | undefined
  readonly inARow?: number | undefined
}

/** The starts at which the practitioner is free, or leads a group visit with seats left. */
export const practitionerStarts = (bitmap: AvailabilityBitmap, { type, now, except }: StartQuery): Uint32Array => {
  const free = bitmap.free(type, now, except)
  return isGroup(type) ? either(free, bitmap.openSessions(type, now, except)) : free
}

/** Those at which everything else that the visit takes is free too. A group visit with seats left has taken it. */
export const bookableStarts = (bitmap: AvailabilityBitmap, practitionerId: string, query: StartQuery): Uint32Array => {
  const { type, now, except, needed } = query
  if (!needed) return practitionerStarts(bitmap, query)
  const free = both(bitmap.free(type, now, except), needed.starts(practitionerId))
  return isGroup(type) ? either(free, needed.joinable(practitionerId, bitmap.openSessions(type, now, except))) : free
}

/** Minutes from one visit to the next, of visits in a row: buffers add up, and each start is on the grid. */
export const rowStep = ({ minutes, bufferBeforeMinutes, bufferAfterMinutes, stepMinutes }: VisitShape): number =>
  Math.ceil((minutes + bufferBeforeMinutes + bufferAfterMinutes) / stepMinutes) * stepMinutes

/** The first starts of so many visits in a row. */
export const rowStarts = (starts: Uint32Array, { type, inARow = 1 }: StartQuery): Uint32Array => {
  const step = rowStep(type) / sliceMinutes
  let row = starts
  for (let place = 1; place < inARow; place += 1) row = both(row, ahead(starts, place * step))
  return row
}
