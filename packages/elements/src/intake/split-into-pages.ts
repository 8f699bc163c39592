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

export interface Asked {
  /** What the patient wrote at booking. */
  readonly reason: string | undefined
  /** Only the questions that cannot wait. */
  readonly isSafetyOnly: boolean
}

/** All questions, in order: those that cannot wait come first, and the one for a known reason is left out. */
const askedQuestions = (questionnaire: Questionnaire, answers: Answers, { reason, isSafetyOnly }: Asked): string[] => {
  const told = toldItem(questionnaire, answers, reason)
  const safety = safetyQuestions(questionnaire)
  const questions = flatten(questionnaire.items)
    .filter(({ type, linkId }) => type !== 'group' && type !== 'display' && linkId !== told?.linkId)
    .map(({ linkId }) => linkId)
  const first = questions.filter((linkId) => safety.has(linkId))
  return isSafetyOnly ? first : [...first, ...questions.filter((linkId) => !safety.has(linkId))]
}

export const askedPages = (questionnaire: Questionnaire, answers: Answers, asked: Asked): Page[] => {
  const pages = new Map(splitIntoPages(questionnaire.items, answers).map((page) => [page.item.linkId, page]))
  return askedQuestions(questionnaire, answers, asked).flatMap((linkId) => pages.get(linkId) ?? [])
}

/**
 * The place of a page among all questions, from 1, and their number. Questions that an answer leaves out are counted, so that the number of
 * all never changes on the way: it is passed over where one is left out.
 */
export const progressOf = (
  questionnaire: Questionnaire,
  answers: Answers,
  asked: Asked,
  { item }: Page,
): { readonly at: number; readonly of: number } => {
  const questions = askedQuestions(questionnaire, answers, asked)
  return { at: questions.indexOf(item.linkId) + 1, of: questions.length }
}

export const isAnswered = ({ linkId }: Item, answers: Answers): boolean => (answers.get(linkId)?.length ?? 0) > 0

/** The page to resume at: the first required question without an answer, else after the last answered one. The end is the overview. */
export const resumeAt = (pages: readonly Page[], answers: Answers): number => {
  const missing = pages.findIndex(({ item }) => item.required && !isAnswered(item, answers))
  return missing >= 0 ? missing : pages.findLastIndex(({ item }) => isAnswered(item, answers)) + 1
}
