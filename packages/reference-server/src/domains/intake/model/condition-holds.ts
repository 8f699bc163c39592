import type { AnswerValue, EnableWhen, QuestionItem } from './questionnaire.ts'

/** The comparison in enableWhen and in emergency rules. */
export interface Condition {
  readonly operator: EnableWhen['operator']
  readonly answer: AnswerValue
}

/**
 * Whether the condition is true for the values of `item`. As in FHIR R4 (Questionnaire.item.enableWhen): `exists` compares presence with a
 * boolean; every other operator is true when it is true for at least one value, so none is true for an unanswered question.
 *
 * Chosen options are ordered by their scores: `>=` "several days" means that option or any with a higher score.
 */
export const conditionHolds = (condition: Condition, item: QuestionItem, values: readonly AnswerValue[]): boolean => {
  if (condition.operator === 'exists') return values.length > 0 === (condition.answer.boolean ?? true)
  return values.some((value) => compare(condition, item, value))
}

const compare = ({ operator, answer }: Condition, item: QuestionItem, value: AnswerValue): boolean => {
  if (operator === '=') return plain(value) === plain(answer)
  if (operator === '!=') return plain(value) !== plain(answer)
  const left = rank(item, value)
  const right = rank(item, answer)
  if (left === null || right === null || typeof left !== typeof right) return false
  if (operator === '>') return left > right
  if (operator === '<') return left < right
  if (operator === '>=') return left >= right
  return left <= right
}

/** The key by which two equal answers are compared. A date and a text with the same characters never meet: a question has one type. */
const plain = (value: AnswerValue): unknown =>
  value.boolean ?? value.integer ?? value.decimal ?? value.text ?? value.date ?? value.code

/** Values that can be ordered: numbers, dates (ISO 8601 sorts as text) and scored options. */
const rank = (item: QuestionItem, value: AnswerValue): number | string | null => {
  if (value.code !== undefined) return item.options?.find(({ code }) => code === value.code)?.score ?? null
  return value.integer ?? value.decimal ?? value.date ?? null
}
