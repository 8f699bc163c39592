export interface PastClock {
  readonly now: () => Date
  /** Stops the clock at this time. Never goes back. */
  setTo(at: Date): void
  advance(minutes: number): void
}

/** The system clock until it is set; from then on it is fixed until it is set or advanced. */
export const createPastClock = (): PastClock => {
  let fixedAt: number | null = null
  const setTo = (at: Date): void => {
    if (fixedAt !== null && at.getTime() < fixedAt)
      throw new Error('What was lived through once cannot be lived through again: the clock does not go back.')
    fixedAt = at.getTime()
  }
  return {
    now: () => new Date(fixedAt ?? Date.now()),
    setTo,
    advance: (minutes) => setTo(new Date((fixedAt ?? Date.now()) + minutes * 60_000)),
  }
}
