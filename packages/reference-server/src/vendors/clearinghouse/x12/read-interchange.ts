import { charactersOf, type Delimiters } from './delimiters.ts'
import { enclosed, faultOfTag, readGroup, type Group } from './read-group.ts'
import { elementAt, type Segment } from './segment.ts'
import { wholeNumberAt } from './whole-number-at.ts'
import { X12Unreadable } from './x12-unreadable.ts'

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
  /** IEA. */
  readonly closing: Segment
  /** More groups are announced than there are. The ones that are there are whole. */
  readonly fault: X12Unreadable | null
}

const isaLength = 106

/**
 * Reads one interchange and validates all of its structure: widths, delimiters, control numbers and counts must agree, and nothing may be
 * outside its envelope. Allows line breaks after a terminator. Throws X12Unreadable.
 */
export const readInterchange = (content: string): Interchange => {
  const interchange = readInterchangeInParts(content)
  const fault =
    interchange.groups.flatMap((group) => [...group.sets.map((set) => set.fault), group.fault]).find(Boolean) ??
    interchange.fault
  if (fault) throw fault
  return interchange
}

/**
 * The same, but a transaction set or a group with a fault of its own is returned with it, and does not stop those next to it. Throws
 * X12Unreadable for a fault of the interchange itself.
 */
export const readInterchangeInParts = (content: string): Interchange => {
  const text = content.replace(/^\uFEFF/, '').trimStart()
  if (!text.startsWith('ISA') || text.length < isaLength) throw new X12Unreadable('no_interchange')
  const delimiters = readDelimiters(text)
  return readEnvelope(splitSegments(text, delimiters), delimiters)
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
    // ISA16 is the component delimiter itself.
    if (tag === 'ISA') return { tag, elements }
    return { tag, elements: elements.map((each) => (each.includes(component) ? each.split(component) : each)) }
  })
}

const readEnvelope = (segments: readonly Segment[], delimiters: Delimiters): Interchange => {
  const [isa, ...rest] = segments
  const iea = rest.pop()
  if (!isa || iea?.tag !== 'IEA') throw new X12Unreadable('unclosed', 'ISA')
  if (elementAt(isa, 12) !== '00501') throw new X12Unreadable('version', 'ISA')
  const usage = elementAt(isa, 15)
  if (usage !== 'P' && usage !== 'T') throw new X12Unreadable('usage', 'ISA')
  const firstGroup = rest.findIndex(({ tag }) => tag === 'GS')
  const acknowledgments = firstGroup === -1 ? rest : rest.slice(0, firstGroup)
  const stray = acknowledgments.find(({ tag }) => tag !== 'TA1')
  if (stray) throw faultOfTag(stray) ?? new X12Unreadable('outside_envelope', 'ISA')
  const { found, outside } = enclosed(rest.slice(acknowledgments.length), 'GS', 'GE')
  if (outside) throw faultOfTag(outside) ?? new X12Unreadable('outside_envelope', outside.tag)
  const announced = wholeNumberAt(iea, 1)
  if (announced < found.length) throw new X12Unreadable('count', 'IEA')
  if (elementAt(iea, 2) !== elementAt(isa, 13)) throw new X12Unreadable('control_number', 'IEA')
  return {
    header: isa,
    senderId: elementAt(isa, 6).trimEnd(),
    receiverId: elementAt(isa, 8).trimEnd(),
    controlNumber: wholeNumberAt(isa, 13),
    usage: usage === 'P' ? 'production' : 'test',
    delimiters,
    acknowledgments,
    groups: found.map(readGroup),
    closing: iea,
    fault: announced > found.length ? new X12Unreadable('count', 'IEA') : null,
  }
}
