import { createHash } from 'node:crypto'

/** One patient's place in a group visit. */
export interface Seat {
  readonly visitTypeId: string
  readonly start: Date
  /** From 1 to the capacity of the visit type. */
  readonly seat: number
}

/**
 * The occupant of every busy time of a group visit. Equal for equal visits, so that two patients who open one at the same moment are in the
 * same one, and different for all others, so that nothing else fits between.
 */
export const sessionIdOf = (practitionerId: string, visitTypeId: string, start: Date): string => {
  const hash = createHash('sha256').update(`${practitionerId} ${visitTypeId} ${start.toISOString()}`).digest('hex')
  // RFC 9562, 5.8: version 8 is for ids of one's own making.
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-a${hash.slice(17, 20)}-${hash.slice(20, 32)}`
}

/** Whether several patients take part in a visit of this type. */
export const isGroup = ({ capacity = 1 }: { readonly capacity?: number }): boolean => capacity > 1

/** The first seat that is free; null if none is. */
export const firstFreeSeat = (taken: ReadonlySet<number>, capacity: number): number | null => {
  for (let seat = 1; seat <= capacity; seat += 1) if (!taken.has(seat)) return seat
  return null
}
