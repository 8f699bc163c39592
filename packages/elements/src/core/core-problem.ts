import type { coreEn } from './core.en.ts'
import type { coreProblems } from './core.problems.ts'

type CodeOf<Key> = Key extends `problem_${infer Code}` ? Code : never

/** The problems with a text in every element: `problem_<code>` of the core texts. */
export type CoreProblem = CodeOf<keyof typeof coreEn | keyof typeof coreProblems>
