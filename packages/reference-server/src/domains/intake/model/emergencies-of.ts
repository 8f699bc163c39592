import { enabledAnswers } from './enabled-questions.ts'
import { conditionHolds } from './condition-holds.ts'
import { itemsOf, type Answers, type IntakeAlert, type Questionnaire } from './questionnaire.ts'

/** Codes of the emergency rules that these answers set off, each once. Evaluated on drafts as on submissions: danger does not wait. */
export const emergenciesOf = (questionnaire: Questionnaire, answers: Answers): IntakeAlert[] => {
  const items = new Map(itemsOf(questionnaire).map((item) => [item.linkId, item]))
  const counted = enabledAnswers(questionnaire, answers)
  const raised = questionnaire.emergencyRules.filter((rule) => {
    const item = items.get(rule.linkId)
    return item !== undefined && conditionHolds(rule, item, counted.get(rule.linkId) ?? [])
  })
  return [...new Set(raised.map(({ code }) => code))]
}
