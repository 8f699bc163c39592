import { elementAt, type Segment } from './segment.ts'
import { X12Unreadable } from './x12-unreadable.ts'

/** A control number or a count of an envelope. Throws X12Unreadable. */
export const wholeNumberAt = (segment: Segment, position: number): number => {
  const text = elementAt(segment, position)
  if (!/^\d{1,9}$/.test(text)) throw new X12Unreadable('control_number', segment.tag)
  return Number(text)
}
