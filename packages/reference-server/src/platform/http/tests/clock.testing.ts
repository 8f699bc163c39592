export interface Duration {
  readonly hours?: number
  readonly minutes?: number
  readonly seconds?: number
  readonly milliseconds?: number
}

/** A clock that changes only when a test moves it. */
export interface TestClock {
  now(): Date
  advance(by: Duration): void
  set(to: Date | string): void
}

export const createTestClock = (start: Date | string): TestClock => {
  let at = new Date(start).getTime()
  return {
    now: () => new Date(at),
    advance: ({ hours = 0, minutes = 0, seconds = 0, milliseconds = 0 }) => {
      at += ((hours * 60 + minutes) * 60 + seconds) * 1_000 + milliseconds
    },
    set: (to) => {
      at = new Date(to).getTime()
    },
  }
}
