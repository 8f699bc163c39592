/** What two parts need of each other: one of them is composed before the other is there, and asks for it when it runs. */
export interface LateBinding<T> {
  bind(value: T): void
  /** Throws before `bind`: the composition ran something before everything was composed. */
  get(): T
}

export const lateBinding = <T extends object>(name: string): LateBinding<T> => {
  let bound: T | null = null
  return {
    bind: (value) => {
      bound = value
    },
    get: () => {
      if (bound === null) throw new Error(`${name} was used before it was composed`)
      return bound
    },
  }
}
