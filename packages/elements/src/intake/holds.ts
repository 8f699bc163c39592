import type { AnswerValue, Questionnaire } from '@visitkit/sdk'

export type Item = Questionnaire['items'][number]
/** Given values by the linkId of their question. */
export type Answers = ReadonlyMap<string, readonly AnswerValue[]>
type Condition = Pick<NonNullable<Item['enableWhen']>[number], 'operator' | 'answer'>

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
export const holds = ({ operator, answer }: Condition, asked: Item, values: readonly AnswerValue[]): boolean => {
  if (operator === 'exists') return values.length > 0 === (answer.boolean ?? true)
  return values.some((value) => {
    if (operator === '=') return plain(value) === plain(answer)
    if (operator === '!=') return plain(value) !== plain(answer)
    const left = rank(asked, value)
    const right = rank(asked, answer)
    return left !== null && right !== null && typeof left === typeof right && compares[operator]?.(left, right) === true
  })
}
