export interface PastClock {
  readonly now: () => Date
  /** Stands still there. Never goes back. */
  goTo(at: Date): void
  pass(minutes: number): void
}

/** The machine's clock until it is put somewhere; from then on it stands still until it is moved. */
export const createPastClock = (): PastClock => {
  let stands: number | null = null
  const goTo = (at: Date): void => {
    if (stands !== null && at.getTime() < stands)
      throw new Error('What was lived through once cannot be lived through again: the clock does not go back.')
    stands = at.getTime()
  }
  return {
    now: () => new Date(stands ?? Date.now()),
    goTo,
    pass: (minutes) => goTo(new Date((stands ?? Date.now()) + minutes * 60_000)),
  }
}
