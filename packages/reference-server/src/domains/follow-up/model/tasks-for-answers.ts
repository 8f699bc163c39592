import type { AnswerRule, TaskRule } from './follow-up-policy.ts'

/** The results of a patient's answers that can raise a task. Emergency answers raise alerts. */
export interface GivenAnswers {
  readonly questionnaireCode: string
  readonly scores: readonly { readonly code: string; readonly value: number }[]
}

export interface AnswerTask {
  /** Unique within the appointment, e.g. `score:phq-9-total`. */
  readonly cause: string
  readonly rule: TaskRule
  readonly title: Readonly<Record<string, string>>
}

/** The tasks that scores raise. If a score reaches several bounds, the highest applies. */
export const tasksForAnswers = (given: readonly GivenAnswers[], rules: readonly AnswerRule[]): AnswerTask[] =>
  given.flatMap(({ questionnaireCode, scores }) =>
    scores.flatMap(({ code, value }) => {
      const rule = reached(rules, questionnaireCode, code, value)
      return rule === null ? [] : [{ cause: `score:${code}`, rule: rule.task, title: rule.task.title }]
    }),
  )

const reached = (
  rules: readonly AnswerRule[],
  questionnaire: string,
  score: string,
  value: number,
): AnswerRule | null => {
  let best: { readonly rule: AnswerRule; readonly atLeast: number } | null = null
  for (const rule of rules) {
    const { on } = rule
    if ('alert' in on || on.questionnaire !== questionnaire || on.score !== score || value < on.atLeast) continue
    if (best === null || on.atLeast > best.atLeast) best = { rule, atLeast: on.atLeast }
  }
  return best?.rule ?? null
}
