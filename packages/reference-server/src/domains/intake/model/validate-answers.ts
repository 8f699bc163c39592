import type { FaultyProperty } from '../../../platform/problems/problem.ts'
import {
  isQuestion,
  itemsOf,
  type AnswerValue,
  type IntakeAnswer,
  type QuestionItem,
  type Questionnaire,
} from './questionnaire.ts'

/**
 * The faults of these answers, each with a pointer into the request body and never with a value.
 *
 * `draft` requires only that every answer belongs to a question and has its type: a number out of range is stored, so that no input is
 * lost. `submission` checks ranges too.
 */
export const validateAnswers = (
  questionnaire: Questionnaire,
  given: readonly IntakeAnswer[],
  stage: 'draft' | 'submission',
): readonly FaultyProperty[] => {
  const items = new Map(itemsOf(questionnaire).map((item) => [item.linkId, item]))
  const seen = new Set<string>()
  return given.flatMap(({ linkId, values }, index): FaultyProperty[] => {
    const pointer = `/answers/${index}`
    const item = items.get(linkId)
    if (item === undefined || !isQuestion(item)) {
      return [
        { pointer: `${pointer}/linkId`, code: 'unknown_question', message: 'Name a question of this questionnaire.' },
      ]
    }
    if (seen.has(linkId))
      return [{ pointer: `${pointer}/linkId`, code: 'answered_twice', message: 'Give all values of a question once.' }]
    seen.add(linkId)
    if (values.length > 1 && item.type !== 'multiple-choice') {
      return [{ pointer: `${pointer}/values`, code: 'too_many_values', message: 'Give one value.' }]
    }
    return values.flatMap((value, at) => {
      const fault = faultOf(item, value, stage)
      return fault === null ? [] : [{ pointer: `${pointer}/values/${at}`, ...fault }]
    })
  })
}

type Fault = Omit<FaultyProperty, 'pointer'>

const propertyOf: Readonly<Record<QuestionItem['type'], keyof AnswerValue | null>> = {
  group: null,
  display: null,
  boolean: 'boolean',
  integer: 'integer',
  decimal: 'decimal',
  string: 'text',
  text: 'text',
  date: 'date',
  choice: 'code',
  'multiple-choice': 'code',
}

const faultOf = (item: QuestionItem, value: AnswerValue, stage: 'draft' | 'submission'): Fault | null => {
  const property = propertyOf[item.type]
  const set = Object.keys(value)
  if (property === null || set.length !== 1 || set[0] !== property) {
    return { code: 'wrong_type', message: `Give one value, as \`${property}\`.` }
  }
  if (property === 'code' && !(item.options ?? []).some(({ code }) => code === value.code)) {
    return { code: 'unknown_option', message: 'Choose one of the options of the question.' }
  }
  if (stage === 'draft') return null
  if (property === 'text' && value.text?.trim() === '')
    return { code: 'empty', message: 'Write something, or leave the answer out.' }
  const number = value.integer ?? value.decimal
  if (number === undefined) return null
  if (item.minimum !== undefined && number < item.minimum)
    return { code: 'too_small', message: `Give at least ${item.minimum}.` }
  if (item.maximum !== undefined && number > item.maximum)
    return { code: 'too_large', message: `Give at most ${item.maximum}.` }
  return null
}
