import type { IntakeForm, Questionnaire } from '@visitkit/sdk'

/**
 * The questions that cannot wait: those whose answer can be an emergency. Not those of a scale with a total, which is asked as a whole, nor
 * those that depend on another answer.
 */
export const safetyQuestions = ({ items, emergencyRules, scores }: Questionnaire): ReadonlySet<string> => {
  const scored = new Set(scores.flatMap(({ linkIds }) => linkIds))
  const urgent = new Set(emergencyRules.map(({ linkId }) => linkId))
  return new Set(
    items
      .filter(({ linkId, enableWhen }) => urgent.has(linkId) && !scored.has(linkId) && !enableWhen)
      .map(({ linkId }) => linkId),
  )
}

export const areSafetyQuestionsAnswered = (questionnaire: Questionnaire, { answers }: IntakeForm): boolean => {
  const answered = new Set(answers.filter(({ values }) => values.length > 0).map(({ linkId }) => linkId))
  return [...safetyQuestions(questionnaire)].every((linkId) => answered.has(linkId))
}
