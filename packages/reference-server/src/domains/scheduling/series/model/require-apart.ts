import { busyRange } from '../../kernel/model/hold.ts'
import type { VisitShape } from '../../kernel/model/visit-type.ts'
import { invalidRequest } from '../../problems.ts'

/** Refuses visits of one series that overlap each other, buffers included. They are at the times of `starts`, in any order. */
export const requireApart = (type: VisitShape, starts: readonly number[]): void => {
  const ordered = starts.map((start, index) => ({ start, index })).sort((a, b) => a.start - b.start)
  const faults = ordered.flatMap(({ start, index }, place) => {
    const before = ordered[place - 1]
    const isApart = !before || busyRange(type, new Date(before.start)).to <= busyRange(type, new Date(start)).from
    return isApart
      ? []
      : [
          {
            pointer: `/starts/${index}`,
            code: 'overlap',
            message: 'Must not overlap another visit of the series, buffers included.',
          },
        ]
  })
  if (faults.length > 0) throw invalidRequest(faults)
}
