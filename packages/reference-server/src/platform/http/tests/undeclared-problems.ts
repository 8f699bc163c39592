import type { UndeclaredProblem } from '../create-http-server.ts'

/** Refusals of a test's server that the contract does not name for their operation. */
export interface UndeclaredProblems {
  readonly note: UndeclaredProblem
  /** Throws when there was one: a caller of the operation has no words for it. */
  requireNone(): void
}

export const undeclaredProblems = (): UndeclaredProblems => {
  const noted = new Set<string>()
  return {
    note: (operation, code) => void noted.add(`${operation}: ${code}`),
    requireNone: () => {
      if (noted.size === 0) return
      const list = [...noted].toSorted().join('\n')
      throw new Error(
        `Operations refused with codes that their @problems do not name. Name them in the contract:\n${list}`,
      )
    },
  }
}
