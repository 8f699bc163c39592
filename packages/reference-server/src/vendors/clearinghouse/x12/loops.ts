import type { ParsedSegment } from './read-interchange.ts'
import { X12Unreadable } from './x12-unreadable.ts'

/**
 * The grammar of a transaction set, small: which segment opens a loop, which may stand in it, and which loops it holds. The order within
 * a loop is not checked; that everything has a place is.
 */
export interface LoopGrammar {
  /** As the implementation guide calls it, e.g. `2100`. */
  readonly id: string
  /** Tag of the segment that opens the loop. Null for the set itself. */
  readonly opens: string | null
  /** Further condition: an element from 01 that has one of these values. */
  readonly when?: { readonly element: number; readonly isOneOf: readonly string[] }
  /** Tags that may follow in the loop. */
  readonly holds: readonly string[]
  readonly loops: readonly LoopGrammar[]
}

export interface Loop {
  readonly id: string
  /** The opening segment first, but for the set itself. */
  readonly segments: readonly ParsedSegment[]
  readonly loops: readonly Loop[]
}

interface OpenLoop {
  readonly grammar: LoopGrammar
  readonly segments: ParsedSegment[]
  readonly loops: OpenLoop[]
}

/** The set as a tree. A segment belongs to the innermost loop that has a place for it. Throws X12Unreadable `unexpected_segment`. */
export const readLoops = (grammar: LoopGrammar, segments: readonly ParsedSegment[]): Loop => {
  const root: OpenLoop = { grammar, segments: [], loops: [] }
  let open: readonly OpenLoop[] = [root]
  for (const segment of segments) {
    const depth = open.findLastIndex(
      (loop) => opening(loop.grammar, segment) !== null || loop.grammar.holds.includes(segment.tag),
    )
    const loop = open[depth]
    if (!loop) throw new X12Unreadable('unexpected_segment', segment.tag, segment.position)
    const child = opening(loop.grammar, segment)
    if (child) {
      const opened: OpenLoop = { grammar: child, segments: [segment], loops: [] }
      loop.loops.push(opened)
      open = [...open.slice(0, depth + 1), opened]
    } else {
      loop.segments.push(segment)
      open = open.slice(0, depth + 1)
    }
  }
  return asLoop(root)
}

const opening = ({ loops }: LoopGrammar, segment: ParsedSegment): LoopGrammar | null =>
  loops.find(
    ({ opens, when }) =>
      opens === segment.tag && (!when || when.isOneOf.includes(String(segment.elements[when.element - 1] ?? ''))),
  ) ?? null

const asLoop = ({ grammar, segments, loops }: OpenLoop): Loop => ({
  id: grammar.id,
  segments,
  loops: loops.map(asLoop),
})
