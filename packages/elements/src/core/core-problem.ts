import type { coreEn } from './core.en.ts'
import type { coreProblems } from './core.problems.ts'

type CodeOf<Key> = Key extends `problem_${infer Code}` ? Code : never

/** What every element has words for: `problem_<word>` of the core texts. */
export type CoreProblem = CodeOf<keyof typeof coreEn | keyof typeof coreProblems>
