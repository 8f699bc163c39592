export interface WarmUpRule {
  /** Visits of one batch. */
  readonly batch: number
  readonly atLeast: number
  readonly atMost: number
}

/** A server that has handled fewer visits still compiles code and plans statements: a visit costs up to twice as much. */
export const fullWarmUp: WarmUpRule = { batch: 50, atLeast: 250, atMost: 500 }
/** To see that everything runs. */
export const quickWarmUp: WarmUpRule = { batch: 4, atLeast: 4, atMost: 4 }

/** A batch that is cheaper than the best before by more than this share still warms up. */
const gain = 0.03

/** Whether another batch is needed. `costs`: CPU of a visit, of each batch so far. */
export const needsMoreWarmUp = (costs: readonly number[], { batch, atLeast, atMost }: WarmUpRule): boolean => {
  const visits = costs.length * batch
  if (visits < atLeast) return true
  if (visits + batch > atMost) return false
  const last = costs.at(-1) ?? Number.NaN
  return last < Math.min(...costs.slice(0, -1)) * (1 - gain)
}
