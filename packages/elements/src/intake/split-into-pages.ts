import type { Questionnaire } from '@visitkit/sdk'
import { enabledItems, flatten } from './enabled-items.ts'
import type { Answers, Item } from './is-condition-met.ts'
import { safetyQuestions } from './safety-questions.ts'

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

/** LOINC: chief complaint. */
const chiefComplaint = '10154-3'

/** The question for the reason, if it was given at booking and nothing else is answered: it is not asked again. */
export const toldItem = ({ items }: Questionnaire, answers: Answers, reason: string | undefined): Item | undefined => {
  if (reason === undefined) return undefined
  const item = enabledItems(items, answers).find(({ loinc, type }) => loinc === chiefComplaint && type === 'text')
  const [given] = answers.get(item?.linkId ?? '') ?? []
  return given === undefined || given.text === reason ? item : undefined
}

/** What was answered to the question for the reason. */
export const toldReason = ({ items }: Questionnaire, answers: Answers): string | undefined => {
  const item = enabledItems(items, answers).find(({ loinc }) => loinc === chiefComplaint)
  return item && answers.get(item.linkId)?.[0]?.text
}

/** Without what was told already. The questions that cannot wait come first; with `isSafetyOnly` there are no others. */
export const askedPages = (
  questionnaire: Questionnaire,
  answers: Answers,
  { reason, isSafetyOnly }: { readonly reason: string | undefined; readonly isSafetyOnly: boolean },
): Page[] => {
  const told = toldItem(questionnaire, answers, reason)
  const pages = splitIntoPages(questionnaire.items, answers).filter(({ item }) => item.linkId !== told?.linkId)
  return inOrder(questionnaire, pages, ({ item }) => item, isSafetyOnly)
}

/** What cannot wait, then the rest. */
const inOrder = <Each>(
  questionnaire: Questionnaire,
  all: readonly Each[],
  itemOf: (each: Each) => Item,
  isSafetyOnly: boolean,
): Each[] => {
  const safety = safetyQuestions(questionnaire)
  const isSafety = (each: Each): boolean => safety.has(itemOf(each).linkId)
  const first = all.filter(isSafety)
  return isSafetyOnly ? first : [...first, ...all.filter((each) => !isSafety(each))]
}

/**
 * The place of a page among all questions, from 1, and their number. Questions that an answer leaves out are counted, so that the number of
 * all never changes on the way: it is passed over where one is left out.
 */
export const progressOf = (
  questionnaire: Questionnaire,
  { item }: Page,
  isSafetyOnly: boolean,
): { readonly at: number; readonly of: number } => {
  const all = flatten(questionnaire.items).filter(({ type }) => type !== 'group' && type !== 'display')
  const questions = inOrder(questionnaire, all, (each) => each, isSafetyOnly)
  return { at: questions.findIndex(({ linkId }) => linkId === item.linkId) + 1, of: questions.length }
}

export const isAnswered = ({ linkId }: Item, answers: Answers): boolean => (answers.get(linkId)?.length ?? 0) > 0

/** The page to resume at: the first required question without an answer, else after the last answered one. The end is the overview. */
export const resumeAt = (pages: readonly Page[], answers: Answers): number => {
  const missing = pages.findIndex(({ item }) => item.required && !isAnswered(item, answers))
  return missing >= 0 ? missing : pages.findLastIndex(({ item }) => isAnswered(item, answers)) + 1
}
