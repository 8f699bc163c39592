import type { ParsedSegment } from './read-group.ts'
import { X12Unreadable } from './x12-unreadable.ts'

/**
 * A minimal grammar of a transaction set: the segment that opens a loop, the segments it may contain, and its child loops. The order
 * within a loop is not checked; that every segment belongs to a loop is.
 */
export interface LoopGrammar {
  /** As named in the implementation guide, e.g. `2100`. */
  readonly id: string
  /** Tag of the segment that opens the loop. Null for the transaction set itself. */
  readonly opens: string | null
  /** Additional condition: an element, numbered from 01, has one of these values. */
  readonly when?: { readonly element: number; readonly isOneOf: readonly string[] }
  /** Tags of further segments in the loop. */
  readonly holds: readonly string[]
  readonly loops: readonly LoopGrammar[]
}

export interface Loop {
  readonly id: string
  /** The opening segment first, except for the transaction set itself. */
  readonly segments: readonly ParsedSegment[]
  readonly loops: readonly Loop[]
}

interface OpenLoop {
  readonly grammar: LoopGrammar
  readonly segments: ParsedSegment[]
  readonly loops: OpenLoop[]
}

/** Parses the set into a tree. A segment belongs to the innermost loop that allows it. Throws X12Unreadable `unexpected_segment`. */
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
