/** The bounds of a range of values, where they exist. */
export interface Bounds {
  readonly low?: number | undefined
  readonly high?: number | undefined
}

/** Parses a laboratory's reference range: `3.5 - 5.1`, `< 200`, `>= 40`. Other texts have no bounds. */
export const parseRange = (range = ''): Bounds => {
  const [, low, high] = /^\s*(\d*\.?\d+)\s*[-–]\s*(\d*\.?\d+)\s*$/.exec(range) ?? []
  if (low !== undefined) return { low: Number(low), high: Number(high) }
  const [, sign, bound] = /^\s*([<>])=?\s*(\d*\.?\d+)\s*$/.exec(range) ?? []
  if (bound === undefined) return {}
  return sign === '<' ? { high: Number(bound) } : { low: Number(bound) }
}
