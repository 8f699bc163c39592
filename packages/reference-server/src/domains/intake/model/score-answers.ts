import { enabledAnswers } from './enabled-questions.ts'
import {
  itemsOf,
  type AnswerValue,
  type Answers,
  type QuestionItem,
  type Questionnaire,
  type Score,
} from './questionnaire.ts'

/**
 * The sums that the questionnaire defines, with their bands. A score with an unanswered part is left out: a total over eight of nine items
 * would read like a lower total.
 */
export const scoreAnswers = (questionnaire: Questionnaire, answers: Answers): Score[] => {
  const items = new Map(itemsOf(questionnaire).map((item) => [item.linkId, item]))
  const counted = enabledAnswers(questionnaire, answers)
  return questionnaire.scores.flatMap(({ code, linkIds, bands }): Score[] => {
    const parts = linkIds.map((linkId) => pointsOf(items.get(linkId), counted.get(linkId)))
    if (parts.includes(null)) return []
    const value = parts.reduce((sum: number, part) => sum + (part ?? 0), 0)
    const band = bands.find(({ from, to }) => from <= value && value <= to)
    return band === undefined ? [] : [{ code, value, band: band.code }]
  })
}

const pointsOf = (item: QuestionItem | undefined, values: readonly AnswerValue[] | undefined): number | null => {
  if (item === undefined || values === undefined || values.length === 0) return null
  const points = values.map(
    (value) => value.integer ?? item.options?.find(({ code }) => code === value.code)?.score ?? null,
  )
  return points.includes(null) ? null : points.reduce((sum: number, point) => sum + (point ?? 0), 0)
}
