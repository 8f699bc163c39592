import type { WallRange } from '../../kernel/model/availability.ts'
import { alreadyClosed } from './supply-problems.ts'
import { describeRange, requireValidRanges } from './require-valid-ranges.ts'

/** Refuses closures that are no ranges, or overlap. Local times of one form compare as text. */
export const requireValidClosures = (items: readonly WallRange[]): void => {
  requireValidRanges(items, (index) => `/items/${index}`)
  const placed = items.map((range, index) => ({ range, index })).sort((a, b) => (a.range.from < b.range.from ? -1 : 1))
  placed.forEach(({ range, index }, place) => {
    const before = placed[place - 1]
    if (before && range.from < before.range.to) throw alreadyClosed(`/items/${index}/from`, describeRange(before.range))
  })
}
