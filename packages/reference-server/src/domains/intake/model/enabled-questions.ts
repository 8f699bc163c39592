import { conditionHolds } from './condition-holds.ts'
import { isQuestion, itemsOf, type Answers, type QuestionItem, type Questionnaire } from './questionnaire.ts'

/**
 * The items that are enabled for these answers. An item is enabled when its group is and its own conditions are true. A condition on a
 * question that is not enabled sees no answer, whatever was typed there before.
 */
export const enabledItems = (questionnaire: Questionnaire, answers: Answers): ReadonlySet<QuestionItem> => {
  const items = new Map(itemsOf(questionnaire).map((item) => [item.linkId, item]))
  const parents = new Map<string, QuestionItem>()
  for (const item of items.values()) for (const child of item.items ?? []) parents.set(child.linkId, item)

  const known = new Map<string, boolean>()
  const isEnabled = (item: QuestionItem): boolean => {
    const before = known.get(item.linkId)
    if (before !== undefined) return before
    // Stops at a cycle of conditions, which readQuestionnairePack refuses anyway.
    known.set(item.linkId, false)
    const parent = parents.get(item.linkId)
    const enabled = (parent === undefined || isEnabled(parent)) && conditionsHold(item)
    known.set(item.linkId, enabled)
    return enabled
  }
  const conditionsHold = (item: QuestionItem): boolean => {
    const conditions = item.enableWhen ?? []
    if (conditions.length === 0) return true
    const results = conditions.map((condition) => {
      const asked = items.get(condition.question)
      if (asked === undefined) return false
      return conditionHolds(condition, asked, isEnabled(asked) ? (answers.get(asked.linkId) ?? []) : [])
    })
    return item.enableBehavior === 'any' ? results.includes(true) : !results.includes(false)
  }
  return new Set([...items.values()].filter(isEnabled))
}

/** The answers of enabled questions. */
export const enabledAnswers = (questionnaire: Questionnaire, answers: Answers): Answers => {
  const asked = [...enabledItems(questionnaire, answers)].filter(isQuestion)
  return new Map(
    asked.flatMap(({ linkId }) => (answers.has(linkId) ? [[linkId, answers.get(linkId) ?? []] as const] : [])),
  )
}
