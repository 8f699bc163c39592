import type { AnswerValue, Questionnaire } from '@visitkit/sdk'

export type Item = Questionnaire['items'][number]
export type Answers = ReadonlyMap<string, readonly AnswerValue[]>

/** Every item, groups before what is in them. */
export const flatten = (items: readonly Item[]): Item[] => items.flatMap((item) => [item, ...flatten(item.items ?? [])])

const plain = (value: AnswerValue): unknown =>
  value.boolean ?? value.integer ?? value.decimal ?? value.text ?? value.date ?? value.code

const rank = (item: Item, value: AnswerValue): number | string | null => {
  if (value.code !== undefined) return item.options?.find(({ code }) => code === value.code)?.score ?? null
  return value.integer ?? value.decimal ?? value.date ?? null
}

const compares: Readonly<Record<string, (left: number | string, right: number | string) => boolean>> = {
  '>': (left, right) => left > right,
  '<': (left, right) => left < right,
  '>=': (left, right) => left >= right,
  '<=': (left, right) => left <= right,
}

/** FHIR R4, Questionnaire.item.enableWhen: a condition holds when it holds for at least one value. */
const holds = (
  { operator, answer }: NonNullable<Item['enableWhen']>[number],
  asked: Item,
  values: readonly AnswerValue[],
): boolean => {
  if (operator === 'exists') return values.length > 0 === (answer.boolean ?? true)
  return values.some((value) => {
    if (operator === '=') return plain(value) === plain(answer)
    if (operator === '!=') return plain(value) !== plain(answer)
    const left = rank(asked, value)
    const right = rank(asked, answer)
    return left !== null && right !== null && typeof left === typeof right && compares[operator]?.(left, right) === true
  })
}

/**
 * The items that are asked for these answers. The server decides by the same rule when the form is handed in; here it decides what
 * is shown next.
 */
export const enabledItems = (items: readonly Item[], answers: Answers): Item[] => {
  const byId = new Map(flatten(items).map((item) => [item.linkId, item]))
  const shown = new Set<string>()
  const visit = (list: readonly Item[]): Item[] =>
    list.flatMap((item) => {
      const results = (item.enableWhen ?? []).map((condition) => {
        const asked = byId.get(condition.question)
        return (
          asked !== undefined &&
          holds(condition, asked, shown.has(asked.linkId) ? (answers.get(asked.linkId) ?? []) : [])
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

/** One screen: a question, with the group and the remarks that stand before it. */
export interface Page {
  readonly item: Item
  readonly above: readonly Item[]
}

/** Questions in order, one a page. */
export const pagesOf = (items: readonly Item[], answers: Answers): Page[] => {
  const pages: Page[] = []
  let above: Item[] = []
  for (const item of enabledItems(items, answers)) {
    if (item.type === 'group' || item.type === 'display') above.push(item)
    else {
      pages.push({ item, above })
      above = []
    }
  }
  return pages
}

export const isAnswered = (item: Item, answers: Answers): boolean => (answers.get(item.linkId)?.length ?? 0) > 0
