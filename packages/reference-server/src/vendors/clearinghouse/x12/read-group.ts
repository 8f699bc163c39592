import { elementAt, type Segment } from './segment.ts'
import { wholeNumberAt } from './whole-number-at.ts'
import { X12Unreadable } from './x12-unreadable.ts'

export interface ParsedSegment extends Segment {
  /** Counted from ST = 1. */
  readonly position: number
}

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
  /** SE; null if the set is cut. */
  readonly closing: Segment | null
  /** A fault of its own envelope. The sets next to it are whole. */
  readonly fault: X12Unreadable | null
}

export interface Group {
  /** GS. */
  readonly header: Segment
  readonly functionalId: string
  readonly controlNumber: number
  readonly version: string
  readonly sets: readonly TransactionSet[]
  /** All segments between GS and GE. */
  readonly segments: readonly Segment[]
  /** GE; null if the group is cut. */
  readonly closing: Segment | null
  readonly fault: X12Unreadable | null
  /** Sets are missing, and those that are there are whole. */
  readonly isOnlyCut: boolean
}

interface Enclosed {
  readonly opening: Segment
  readonly inside: readonly Segment[]
  /** Null: the next one begins before this one has ended. */
  readonly closing: Segment | null
}

const envelopeTags = new Set(['ISA', 'IEA', 'GS', 'GE', 'ST', 'SE'])

/** Splits segments into the contents between `open` and `close`. `outside` is the first segment that is in none of them. */
export const enclosed = (
  segments: readonly Segment[],
  open: string,
  close: string,
): { readonly found: readonly Enclosed[]; readonly outside: Segment | null } => {
  const found: Enclosed[] = []
  let outside: Segment | null = null
  let current: { readonly opening: Segment; readonly inside: Segment[] } | null = null
  const end = (closing: Segment | null): void => {
    if (current !== null) found.push({ ...current, closing })
    current = null
  }
  for (const segment of segments) {
    const { tag } = segment
    if (tag === open) {
      end(null)
      current = { opening: segment, inside: [] }
    } else if (tag === close && current !== null) end(segment)
    else {
      if (open === 'ST' && envelopeTags.has(tag)) end(null)
      if (current === null) outside ??= segment
      else current.inside.push(segment)
    }
  }
  end(null)
  return { found, outside }
}

/** A name that no segment can have; null if it is one. */
export const faultOfTag = ({ tag }: Segment): X12Unreadable | null =>
  /^[A-Z][A-Z0-9]{1,2}$/.test(tag) ? null : new X12Unreadable('segment_tag')

/** A group and its sets, each with its own fault. Throws nothing. */
export const readGroup = ({ opening, inside, closing }: Enclosed): Group => {
  const { found, outside } = enclosed(inside, 'ST', 'SE')
  const version = elementAt(opening, 8)
  const sets = withDuplicates(found.map((each) => readSet(each, version)))
  const contradiction =
    (outside && (faultOfTag(outside) ?? new X12Unreadable('outside_envelope', outside.tag))) ??
    faultOfNumbers(opening, closing, sets.length)
  const cut =
    closing === null
      ? new X12Unreadable('unclosed', 'GS')
      : contradiction === null && wholeNumberAt(closing, 1) > sets.length
        ? new X12Unreadable('count', 'GE')
        : null
  return {
    header: opening,
    functionalId: elementAt(opening, 1),
    controlNumber: Number(elementAt(opening, 6)),
    version,
    sets,
    segments: inside,
    closing,
    fault: contradiction ?? cut,
    isOnlyCut: contradiction === null && cut !== null,
  }
}

/** More sets than are announced, or another group's end. */
const faultOfNumbers = (opening: Segment, closing: Segment | null, sets: number): X12Unreadable | null =>
  faultIn(() => {
    wholeNumberAt(opening, 6)
    if (closing === null) return
    if (wholeNumberAt(closing, 1) < sets) throw new X12Unreadable('count', 'GE')
    if (elementAt(closing, 2) !== elementAt(opening, 6)) throw new X12Unreadable('control_number', 'GE')
  })

const readSet = ({ opening, inside, closing }: Enclosed, groupVersion: string): TransactionSet => ({
  header: opening,
  id: elementAt(opening, 1),
  controlNumber: elementAt(opening, 2),
  version: elementAt(opening, 3) || groupVersion,
  segments: inside.map((segment, index) => ({ ...segment, position: index + 2 })),
  closing,
  fault: faultIn(() => {
    const foreign = inside.map(faultOfTag).find((fault) => fault !== null)
    if (foreign) throw foreign
    if (closing === null) throw new X12Unreadable('unclosed', 'ST')
    if (wholeNumberAt(closing, 1) !== inside.length + 2) throw new X12Unreadable('count', 'SE')
    if (elementAt(closing, 2) !== elementAt(opening, 2)) throw new X12Unreadable('control_number', 'SE')
  }),
})

/** Which of two sets with one number is meant is not known. */
const withDuplicates = (sets: readonly TransactionSet[]): readonly TransactionSet[] =>
  sets.map((set) =>
    set.fault === null && sets.some((other) => other !== set && other.controlNumber === set.controlNumber)
      ? { ...set, fault: new X12Unreadable('duplicate_control_number', 'ST') }
      : set,
  )

const faultIn = (check: () => void): X12Unreadable | null => {
  try {
    check()
    return null
  } catch (error) {
    if (!(error instanceof X12Unreadable)) throw error
    return error
  }
}
