import type { UndeclaredProblem } from '../create-http-server.ts'

/** Refusals of a test server with a code that the contract does not declare for the operation. */
export interface UndeclaredProblems {
  readonly note: UndeclaredProblem
  /** Throws if there was one: clients of the operation have no text for it. */
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
