import type { components } from '@visitkit/contract'
import type { AnswerRule, FollowUpPolicy, TaskRule } from './follow-up-policy.ts'

type IntakeAlert = components['schemas']['IntakeAlert']

/** The results of a patient's answers that can raise a task. */
export interface GivenAnswers {
  readonly questionnaireCode: string
  readonly alerts: readonly IntakeAlert[]
  readonly scores: readonly { readonly code: string; readonly value: number }[]
}

export interface AnswerTask {
  /** Unique within the appointment, e.g. `alert:self-harm-thoughts` or `score:phq-9-total`. */
  readonly cause: string
  readonly isAlert: boolean
  readonly rule: TaskRule
  readonly title: Readonly<Record<string, string>> | null
}

/**
 * The tasks that answers raise. An alert without a rule in its specialty uses the default rule, so that no emergency depends on a missing
 * rule. If a score reaches several bounds, the highest applies.
 */
export const tasksForAnswers = (
  given: readonly GivenAnswers[],
  rules: readonly AnswerRule[],
  policy: Pick<FollowUpPolicy, 'intakeAlert'>,
): AnswerTask[] => {
  const alerts = [...new Set(given.flatMap((form) => form.alerts))].map((code): AnswerTask => {
    const rule = rules.find(({ on }) => 'alert' in on && on.alert === code)
    return {
      cause: `alert:${code}`,
      isAlert: true,
      rule: rule?.task ?? policy.intakeAlert,
      title: rule?.task.title ?? null,
    }
  })
  const scores = given.flatMap(({ questionnaireCode, scores: totals }) =>
    totals.flatMap(({ code, value }) => {
      const rule = reached(rules, questionnaireCode, code, value)
      return rule === null ? [] : [{ cause: `score:${code}`, isAlert: false, rule: rule.task, title: rule.task.title }]
    }),
  )
  return [...alerts, ...scores]
}

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
