import type { CodesOf, MethodProblems } from '@visitkit/sdk'
import type { CoreProblem } from './core-problem.ts'
import type { ProblemMessage } from './message-types.ts'
import type { sameToPeople } from './same-to-people.ts'

/**
 * The problem texts that an element needs: three sentences for each code with which one of its methods may fail, unless the core texts have
 * that code. `as const satisfies Messages & ProblemWords<'appointments.book' | ...>`; a test compares the methods with the source.
 */
export type ProblemWords<Method extends keyof MethodProblems> = Readonly<
  Record<`problem_${Exclude<CodesOf<Method>, CoreProblem | keyof typeof sameToPeople>}`, ProblemMessage>
>
