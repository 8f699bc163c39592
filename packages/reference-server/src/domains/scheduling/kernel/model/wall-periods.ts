import type { Period } from './start-bounds.ts'
import { zoneOffsets } from './zone-offsets.ts'
import type { WallRange } from './availability.ts'

/**
 * The real time between two moments (epoch milliseconds) at which the wall clock of `zone` shows a time inside one of these ranges, by the
 * rule in availability.ts. Within a range, in order.
 */
export const wallPeriods = (zone: string, ranges: readonly WallRange[], from: number, to: number): Period[] => {
  if (ranges.length === 0) return []
  const stretches = zoneOffsets(zone, from, to)
  return ranges.flatMap((range) => {
    const [wallFrom, wallTo] = [wallMs(range.from), wallMs(range.to)]
    return stretches
      .map((stretch) => ({
        from: Math.max(wallFrom - stretch.offset, stretch.from),
        to: Math.min(wallTo - stretch.offset, stretch.to),
      }))
      .filter((period) => period.from < period.to)
  })
}

const wallMs = (wall: string): number => Date.parse(`${wall}:00Z`)
