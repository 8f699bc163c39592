import { charactersOf, type Delimiters } from './delimiters.ts'
import type { Segment } from './segment.ts'
import { X12Unreadable } from './x12-unreadable.ts'

export interface TransactionSet {
  /** ST. */
  readonly header: Segment
  /** ST01, e.g. `835`. */
  readonly id: string
  readonly controlNumber: string
  /** ST03, or the version of the group if the set has none. */
  readonly version: string
  /** The segments between ST and SE. */
  readonly segments: readonly ParsedSegment[]
}

export interface ParsedSegment extends Segment {
  /** Counted from ST = 1. */
  readonly position: number
}

export interface Group {
  /** GS. */
  readonly header: Segment
  readonly functionalId: string
  readonly controlNumber: number
  readonly version: string
  readonly sets: readonly TransactionSet[]
}

export interface Interchange {
  /** ISA. */
  readonly header: Segment
  readonly senderId: string
  readonly receiverId: string
  readonly controlNumber: number
  readonly usage: 'production' | 'test'
  readonly delimiters: Delimiters
  /** TA1 segments, between ISA and the first group. */
  readonly acknowledgments: readonly Segment[]
  readonly groups: readonly Group[]
}

const isaLength = 106

/**
 * Reads one interchange and validates all of its structure: widths, delimiters, control numbers and counts must agree, and nothing may be
 * outside its envelope. Allows line breaks after a terminator. Throws X12Unreadable.
 */
export const readInterchange = (content: string): Interchange => {
  const text = content.replace(/^\uFEFF/, '').trimStart()
  if (!text.startsWith('ISA') || text.length < isaLength) throw new X12Unreadable('no_interchange')
  const delimiters = readDelimiters(text)
  const segments = splitSegments(text, delimiters)
  return readEnvelope(segments, delimiters)
}

const readDelimiters = (text: string): Delimiters => {
  const element = text.charAt(3)
  const delimiters = {
    element,
    repetition: text.charAt(82),
    component: text.charAt(104),
    segment: text.charAt(105),
  }
  const characters = charactersOf(delimiters)
  if (new Set(characters).size < 4 || characters.some((character) => /[A-Za-z0-9 ]/.test(character)))
    throw new X12Unreadable('delimiters', 'ISA')
  // ISA has fixed widths: the standard defines where each element begins.
  const starts = [3, 6, 17, 20, 31, 34, 50, 53, 69, 76, 81, 83, 89, 99, 101, 103]
  if (starts.some((at) => text.charAt(at) !== element) || text.slice(0, isaLength).split(element).length !== 17)
    throw new X12Unreadable('header_length', 'ISA')
  return delimiters
}

const splitSegments = (text: string, { element, component, segment }: Delimiters): readonly Segment[] => {
  // If a delimiter is a line break itself, it must not be skipped.
  const between = /[\r\n]/.test(segment) ? /^$/ : /^[\r\n]+/
  const pieces = text.split(segment).map((piece) => piece.replace(between, ''))
  if (pieces.pop()?.trim() !== '') throw new X12Unreadable('unterminated')
  return pieces.map((piece) => {
    const [tag = '', ...elements] = piece.split(element)
    if (!/^[A-Z][A-Z0-9]{1,2}$/.test(tag)) throw new X12Unreadable('segment_tag')
    // ISA16 is the component delimiter itself.
    if (tag === 'ISA') return { tag, elements }
    return { tag, elements: elements.map((each) => (each.includes(component) ? each.split(component) : each)) }
  })
}

const at = ({ elements }: Segment, position: number): string => {
  const element = elements[position - 1] ?? ''
  return typeof element === 'string' ? element : (element[0] ?? '')
}

const wholeNumber = (segment: Segment, position: number): number => {
  const text = at(segment, position)
  if (!/^\d{1,9}$/.test(text)) throw new X12Unreadable('control_number', segment.tag)
  return Number(text)
}

const readEnvelope = (segments: readonly Segment[], delimiters: Delimiters): Interchange => {
  const [isa, ...rest] = segments
  const iea = rest.pop()
  if (!isa || iea?.tag !== 'IEA') throw new X12Unreadable('unclosed', 'ISA')
  if (at(isa, 12) !== '00501') throw new X12Unreadable('version', 'ISA')
  const usage = at(isa, 15)
  if (usage !== 'P' && usage !== 'T') throw new X12Unreadable('usage', 'ISA')
  const firstGroup = rest.findIndex(({ tag }) => tag === 'GS')
  const acknowledgments = firstGroup === -1 ? rest : rest.slice(0, firstGroup)
  if (acknowledgments.some(({ tag }) => tag !== 'TA1')) throw new X12Unreadable('outside_envelope', 'ISA')
  const groups = readGroups(rest.slice(acknowledgments.length))
  if (wholeNumber(iea, 1) !== groups.length) throw new X12Unreadable('count', 'IEA')
  if (at(iea, 2) !== at(isa, 13)) throw new X12Unreadable('control_number', 'IEA')
  return {
    header: isa,
    senderId: at(isa, 6).trimEnd(),
    receiverId: at(isa, 8).trimEnd(),
    controlNumber: wholeNumber(isa, 13),
    usage: usage === 'P' ? 'production' : 'test',
    delimiters,
    acknowledgments,
    groups,
  }
}

const readGroups = (segments: readonly Segment[]): readonly Group[] =>
  enclosed(segments, 'GS', 'GE').map(({ opening, inside, closing }) => {
    const sets = readSets(inside, at(opening, 8))
    if (wholeNumber(closing, 1) !== sets.length) throw new X12Unreadable('count', 'GE')
    if (at(closing, 2) !== at(opening, 6)) throw new X12Unreadable('control_number', 'GE')
    return {
      header: opening,
      functionalId: at(opening, 1),
      controlNumber: wholeNumber(opening, 6),
      version: at(opening, 8),
      sets,
    }
  })

const readSets = (segments: readonly Segment[], groupVersion: string): readonly TransactionSet[] => {
  const sets = enclosed(segments, 'ST', 'SE').map(({ opening, inside, closing }) => {
    if (wholeNumber(closing, 1) !== inside.length + 2) throw new X12Unreadable('count', 'SE')
    if (at(closing, 2) !== at(opening, 2)) throw new X12Unreadable('control_number', 'SE')
    return {
      header: opening,
      id: at(opening, 1),
      controlNumber: at(opening, 2),
      version: at(opening, 3) || groupVersion,
      segments: inside.map((segment, index) => ({ ...segment, position: index + 2 })),
    }
  })
  if (new Set(sets.map(({ controlNumber }) => controlNumber)).size < sets.length)
    throw new X12Unreadable('duplicate_control_number', 'ST')
  return sets
}

interface Enclosed {
  readonly opening: Segment
  readonly inside: readonly Segment[]
  readonly closing: Segment
}

const envelopeTags = new Set(['ISA', 'IEA', 'GS', 'GE', 'ST', 'SE'])

/** Splits segments into the contents between `open` and `close`; any other segment is outside its envelope. */
const enclosed = (segments: readonly Segment[], open: string, close: string): readonly Enclosed[] => {
  const found: Enclosed[] = []
  let start: number | null = null
  for (const [index, segment] of segments.entries()) {
    if (start === null) {
      if (segment.tag !== open) throw new X12Unreadable('outside_envelope', segment.tag)
      start = index
    } else if (segment.tag === close) {
      const opening = segments[start] as Segment
      found.push({ opening, inside: segments.slice(start + 1, index), closing: segment })
      start = null
    } else if (segment.tag === open || (open === 'ST' && envelopeTags.has(segment.tag))) {
      throw new X12Unreadable('unclosed', open)
    }
  }
  if (start !== null) throw new X12Unreadable('unclosed', open)
  return found
}
