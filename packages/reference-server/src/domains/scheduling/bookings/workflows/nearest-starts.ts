import { searchSlots, type Candidate } from '../../kernel/model/search-slots.ts'
import type { WantedStart } from '../../kernel/model/find-free.ts'

const dayMs = 86_400_000
const most = 3
/** More than there are in two weeks, five minutes apart. */
const mostSearched = 4_100

/** The starts nearest to one that cannot be held, in order of time: within a day of it, or else within a week. */
export const nearestStarts = (
  candidates: readonly Candidate[],
  { start, ...wanted }: WantedStart,
): readonly number[] => {
  for (const days of [1, 7]) {
    const { slots } = searchSlots({
      ...wanted,
      candidates,
      from: start - days * dayMs,
      to: start + days * dayMs,
      limit: mostSearched,
      explain: false,
    })
    if (slots.length > 0)
      return slots
        .map((slot) => slot.start)
        .toSorted((a, b) => Math.abs(a - start) - Math.abs(b - start))
        .slice(0, most)
        .toSorted((a, b) => a - b)
  }
  return []
}
