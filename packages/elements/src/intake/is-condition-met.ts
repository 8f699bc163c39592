import type { AnswerValue, Questionnaire } from '@visitkit/sdk'

export type Item = Questionnaire['items'][number]
/** Values by the linkId of their question. */
export type Answers = ReadonlyMap<string, readonly AnswerValue[]>
type Condition = Pick<NonNullable<Item['enableWhen']>[number], 'operator' | 'answer'>

const plainValue = (value: AnswerValue): unknown =>
  value.boolean ?? value.integer ?? value.decimal ?? value.text ?? value.date ?? value.code

const comparableValue = (item: Item, value: AnswerValue): number | string | null => {
  if (value.code !== undefined) return item.options?.find(({ code }) => code === value.code)?.score ?? null
  return value.integer ?? value.decimal ?? value.date ?? null
}

const comparisons: Readonly<Record<string, (left: number | string, right: number | string) => boolean>> = {
  '>': (left, right) => left > right,
  '<': (left, right) => left < right,
  '>=': (left, right) => left >= right,
  '<=': (left, right) => left <= right,
}

/** FHIR R4, Questionnaire.item.enableWhen: a condition is met when it is met for at least one value. */
export const isConditionMet = (
  { operator, answer }: Condition,
  question: Item,
  values: readonly AnswerValue[],
): boolean => {
  if (operator === 'exists') return values.length > 0 === (answer.boolean ?? true)
  return values.some((value) => {
    if (operator === '=') return plainValue(value) === plainValue(answer)
    if (operator === '!=') return plainValue(value) !== plainValue(answer)
    const left = comparableValue(question, value)
    const right = comparableValue(question, answer)
    return (
      left !== null && right !== null && typeof left === typeof right && comparisons[operator]?.(left, right) === true
    )
  })
}
