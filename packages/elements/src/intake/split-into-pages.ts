import { enabledItems, flatten } from './enabled-items.ts'
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

/**
 * The place of a page among all questions, from 1, and their number. Questions that an answer leaves out are counted, so that the number of
 * all never changes on the way: it is passed over where one is left out.
 */
export const progressOf = (items: readonly Item[], { item }: Page): { readonly at: number; readonly of: number } => {
  const questions = flatten(items).filter(({ type }) => type !== 'group' && type !== 'display')
  return { at: questions.findIndex(({ linkId }) => linkId === item.linkId) + 1, of: questions.length }
}

export const isAnswered = ({ linkId }: Item, answers: Answers): boolean => (answers.get(linkId)?.length ?? 0) > 0

/** The page to resume at: the first required question without an answer, else after the last answered one. The end is the overview. */
export const resumeAt = (pages: readonly Page[], answers: Answers): number => {
  const missing = pages.findIndex(({ item }) => item.required && !isAnswered(item, answers))
  return missing >= 0 ? missing : pages.findLastIndex(({ item }) => isAnswered(item, answers)) + 1
}
