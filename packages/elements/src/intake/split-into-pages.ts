import type { Questionnaire } from '@visitkit/sdk'
import { enabledItems } from './enabled-items.ts'
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
  const safety = safetyQuestions(questionnaire)
  const pages = splitIntoPages(questionnaire.items, answers).filter(({ item }) => item.linkId !== told?.linkId)
  const first = pages.filter(({ item }) => safety.has(item.linkId))
  return isSafetyOnly ? first : [...first, ...pages.filter(({ item }) => !safety.has(item.linkId))]
}

export const isAnswered = ({ linkId }: Item, answers: Answers): boolean => (answers.get(linkId)?.length ?? 0) > 0

/** The page to resume at: the first required question without an answer, else after the last answered one. The end is the overview. */
export const resumeAt = (pages: readonly Page[], answers: Answers): number => {
  const missing = pages.findIndex(({ item }) => item.required && !isAnswered(item, answers))
  return missing >= 0 ? missing : pages.findLastIndex(({ item }) => isAnswered(item, answers)) + 1
}
