import { enabledAnswers } from './enabled-questions.ts'
import { conditionHolds } from './condition-holds.ts'
import { itemsOf, type Answers, type IntakeAlert, type Questionnaire } from './questionnaire.ts'

/**
 * Codes of the emergency rules that these answers trigger, each once. Evaluated for drafts too: an emergency must not wait for submission.
 */
export const emergenciesOf = (questionnaire: Questionnaire, answers: Answers): IntakeAlert[] => {
  const items = new Map(itemsOf(questionnaire).map((item) => [item.linkId, item]))
  const counted = enabledAnswers(questionnaire, answers)
  const raised = questionnaire.emergencyRules.filter((rule) => {
    const item = items.get(rule.linkId)
    return item !== undefined && conditionHolds(rule, item, counted.get(rule.linkId) ?? [])
  })
  return [...new Set(raised.map(({ code }) => code))]
}
