/** Fewer say nothing about the pace. */
const fewest = 2

/** What was taken of the same specialty and state in the last hours. */
export interface Pace {
  readonly taken: number
  /** The first of them. */
  readonly since: Date | null
}

/** Minutes until the request at this position is taken, if requests are taken as fast as in the last hours; null if that is unknown. */
export const estimateWait = (position: number, { taken, since }: Pace, now: Date): number | null => {
  if (since === null || taken < fewest) return null
  const minutesEach = (now.getTime() - since.getTime()) / 60_000 / taken
  return Math.max(1, Math.ceil(position * minutesEach))
}
