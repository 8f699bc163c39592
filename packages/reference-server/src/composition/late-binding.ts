/** Breaks a cycle between two parts: the part that is composed first reads the other at run time, through this. */
export interface LateBinding<T> {
  bind(value: T): void
  /** Throws before `bind`: something ran before the composition was complete. */
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
