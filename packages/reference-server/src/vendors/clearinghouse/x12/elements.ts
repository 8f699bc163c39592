import { readAmount } from './amount.ts'
import type { Loop } from './loops.ts'
import type { ParsedSegment } from './read-group.ts'
import { X12Unreadable } from './x12-unreadable.ts'

/** Readers of single elements, numbered from 01 as in the guides. A missing required element makes the file unreadable. */

/** The text of an element or of one of its components; empty if absent. */
export const textAt = (segment: ParsedSegment, element: number, component = 1): string => {
  const value = segment.elements[element - 1] ?? ''
  return typeof value === 'string' ? (component === 1 ? value : '') : (value[component - 1] ?? '')
}

export const componentsAt = (segment: ParsedSegment, element: number): readonly string[] => {
  const value = segment.elements[element - 1] ?? ''
  return typeof value === 'string' ? (value === '' ? [] : [value]) : value
}

export const requiredAt = (segment: ParsedSegment, element: number, component = 1): string => {
  const text = textAt(segment, element, component)
  if (text === '') throw new X12Unreadable('element_missing', segment.tag, segment.position)
  return text
}

export const optionalAt = (segment: ParsedSegment, element: number, component = 1): string | null =>
  textAt(segment, element, component) || null

/** Cents; null if the element is absent. */
export const amountAt = (segment: ParsedSegment, element: number): number | null => {
  const text = textAt(segment, element)
  if (text === '') return null
  const cents = readAmount(text)
  if (cents === null) throw new X12Unreadable('amount', segment.tag, segment.position)
  return cents
}

export const requiredAmountAt = (segment: ParsedSegment, element: number): number => {
  requiredAt(segment, element)
  return amountAt(segment, element) ?? 0
}

/** A quantity, possibly with decimals (units of time). */
export const quantityAt = (segment: ParsedSegment, element: number): number | null => {
  const text = textAt(segment, element)
  if (text === '') return null
  if (!/^-?\d{0,12}(\.\d{1,4})?$/.test(text) || !/\d/.test(text))
    throw new X12Unreadable('quantity', segment.tag, segment.position)
  return Number(text)
}

/** `20261124` is `2026-11-24`. */
export const dayAt = (segment: ParsedSegment, element: number): string => {
  const text = requiredAt(segment, element)
  const day = `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6, 8)}`
  const instant = new Date(`${day}T00:00:00Z`)
  if (!/^\d{8}$/.test(text) || Number.isNaN(instant.getTime()) || !instant.toISOString().startsWith(day))
    throw new X12Unreadable('date', segment.tag, segment.position)
  return day
}

export const segmentsOf = ({ segments }: Loop, tag: string, qualifier?: string): readonly ParsedSegment[] =>
  segments.filter((segment) => segment.tag === tag && (qualifier === undefined || textAt(segment, 1) === qualifier))

/** A segment that may stand once. Of two, the first is not the right one: throws X12Unreadable `duplicate_segment`. */
export const segmentOf = (loop: Loop, tag: string, qualifier?: string): ParsedSegment | null => {
  const [segment = null, second] = segmentsOf(loop, tag, qualifier)
  if (second) throw new X12Unreadable('duplicate_segment', tag, second.position)
  return segment
}

export const requiredSegmentOf = (loop: Loop, tag: string, qualifier?: string): ParsedSegment => {
  const segment = segmentOf(loop, tag, qualifier)
  if (!segment) throw new X12Unreadable('segment_missing', tag, loop.segments[0]?.position ?? null)
  return segment
}

/** Loops of this kind, direct children only. */
export const loopsOf = ({ loops }: Loop, id: string): readonly Loop[] => loops.filter((loop) => loop.id === id)

/** A loop that may stand once. Throws X12Unreadable `duplicate_loop`. */
export const loopOf = (loop: Loop, id: string): Loop | null => onlyOf(loopsOf(loop, id))

/** The only loop, if there is one. Throws X12Unreadable `duplicate_loop`. */
export const onlyOf = ([loop, second]: readonly Loop[]): Loop | null => {
  const [opening = null] = second?.segments ?? []
  if (second) throw new X12Unreadable('duplicate_loop', opening?.tag ?? null, opening?.position ?? null)
  return loop ?? null
}

/** Loops of this kind at any depth. */
export const loopsWithin = (loop: Loop, id: string): readonly Loop[] =>
  loop.loops.flatMap((child) => [...(child.id === id ? [child] : []), ...loopsWithin(child, id)])
