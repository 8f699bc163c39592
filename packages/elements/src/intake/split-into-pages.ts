import { enabledItems } from './enabled-items.ts'
import type { Answers, Item } from './is-condition-met.ts'

/** One screen: a question, with its group and the display items before it. */
export interface Page {
  readonly item: Item
  readonly above: readonly Item[]
}

/** Questions in order, one per page. */
export const splitIntoPages = (items: readonly Item[], answers: Answers): Page[] => {
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

export const isAnswered = ({ linkId }: Item, answers: Answers): boolean => (answers.get(linkId)?.length ?? 0) > 0

/** The page to resume at: the first required question without an answer, else after the last answered one. The end is the overview. */
export const resumeAt = (pages: readonly Page[], answers: Answers): number => {
  const missing = pages.findIndex(({ item }) => item.required && !isAnswered(item, answers))
  return missing >= 0 ? missing : pages.findLastIndex(({ item }) => isAnswered(item, answers)) + 1
}
