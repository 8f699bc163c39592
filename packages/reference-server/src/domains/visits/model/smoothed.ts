/** A value and its probability. The weights of a list add up to 1. */
export interface Likelihood {
  readonly value: number
  readonly weight: number
}

/**
 * A kernel density estimate over whole numbers: each observation is spread over its neighbors as a triangle, with the bandwidth of
 * Silverman's rule. Without it, ten observations would imply that no value between or beyond them can occur. Values below `least` count as
 * `least`.
 */
export const smoothed = (observations: readonly number[], least = Number.NEGATIVE_INFINITY): readonly Likelihood[] => {
  const reach = Math.max(1, Math.round(2.4 * spread(observations) * observations.length ** -0.2))
  const weights = new Map<number, number>()
  for (const observation of observations) {
    for (let offset = -reach; offset <= reach; offset += 1) {
      const value = Math.max(least, Math.round(observation) + offset)
      const weight = (reach + 1 - Math.abs(offset)) / ((reach + 1) ** 2 * observations.length)
      weights.set(value, (weights.get(value) ?? 0) + weight)
    }
  }
  return Array.from(weights, ([value, weight]) => ({ value, weight }))
}

/** The smaller of the standard deviation and the interquartile range over 1.34, so that one outlier does not widen everything. */
const spread = (observations: readonly number[]): number => {
  const sorted = observations.toSorted((a, b) => a - b)
  const mean = sorted.reduce((sum, value) => sum + value, 0) / sorted.length
  const deviation = Math.sqrt(sorted.reduce((sum, value) => sum + (value - mean) ** 2, 0) / sorted.length)
  const at = (share: number): number => sorted[Math.round(share * (sorted.length - 1))] ?? mean
  return Math.min(deviation, (at(0.75) - at(0.25)) / 1.34)
}
