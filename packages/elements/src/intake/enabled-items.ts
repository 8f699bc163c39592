import { isConditionMet, type Answers, type Item } from './is-condition-met.ts'

/** Every item, with groups before their items. */
export const flatten = (items: readonly Item[]): Item[] => items.flatMap((item) => [item, ...flatten(item.items ?? [])])

/** The items that are shown for these answers. The server applies the same rule to a submission; here it selects the next question. */
export const enabledItems = (items: readonly Item[], answers: Answers): Item[] => {
  const byId = new Map(flatten(items).map((item) => [item.linkId, item]))
  const shown = new Set<string>()
  const visit = (list: readonly Item[]): Item[] =>
    list.flatMap((item) => {
      const results = (item.enableWhen ?? []).map((condition) => {
        const question = byId.get(condition.question)
        if (question === undefined) return false
        return isConditionMet(
          condition,
          question,
          shown.has(question.linkId) ? (answers.get(question.linkId) ?? []) : [],
        )
      })
      const enabled =
        results.length === 0 || (item.enableBehavior === 'any' ? results.includes(true) : !results.includes(false))
      if (!enabled) return []
      shown.add(item.linkId)
      return [item, ...visit(item.items ?? [])]
    })
  return visit(items)
}
