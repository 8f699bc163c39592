import type { Messages } from '../core/message-types.ts'
import type { ProblemWords } from '../core/problem-words.ts'
import type { timeChoiceEn } from '../time-choice/time-choice.en.ts'
import type { timeChoiceProblems } from '../time-choice/time-choice.problems.ts'

/** The client methods that this element calls. A test compares them with the source. */
type Calls = 'appointments.calendar' | 'appointments.list' | 'holds.list' | 'visitTypes.list'

/** English texts of server problems: all are those of the choice of a time. */
export const appointmentsProblems = {} as const satisfies Messages &
  Omit<ProblemWords<Calls>, keyof typeof timeChoiceEn | keyof typeof timeChoiceProblems>
