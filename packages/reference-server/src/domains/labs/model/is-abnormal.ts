import type { ResultObservation } from './lab-result.ts'
import { outsideRange } from './outside-range.ts'

/** Flagged by the laboratory, outside its own range without a flag, or beyond a critical limit of the organization. */
export const isAbnormal = (observations: readonly ResultObservation[]): boolean =>
  observations.some(
    (each) =>
      each.status !== 'cancelled' &&
      ((each.flag !== null && each.flag !== 'N') || outsideRange(each) !== null || each.limit?.outcome === 'beyond'),
  )
