import type { components } from '@visitkit/contract'
import type { FaultyProperty } from '../../../platform/problems/problem.ts'
import { firstLaboratory, type OrderedAnswer } from '../../../vendors/laboratory/provider.ts'
import { answerInvalid, answerMissing, unknownTest } from '../problems.ts'
import type { LabCatalog } from './lab-catalog.ts'
import { wordingOf, type LabAnswer, type LabQuestion, type LabTest } from './lab-test.ts'

type PlaceLabOrder = components['schemas']['PlaceLabOrder']

/** An ordered test: its catalog entry and the answers. */
export interface CheckedTest {
  readonly test: LabTest
  readonly answers: readonly LabAnswer[]
  /** The same answers in the laboratory's form. */
  readonly forLaboratory: readonly OrderedAnswer[]
}

export interface CheckedOrder {
  /** The laboratory that performs all tests. */
  readonly laboratoryId: string
  readonly tests: readonly CheckedTest[]
}

/**
 * Validates the tests of an order and their answers. Throws `unknown_test`, also for a laboratory from which the organization does not
 * order and for tests of several, `answer_missing` for required questions, and `answer_invalid` for answers of the wrong type or to
 * questions that the test does not have. Lists every fault with its pointer.
 */
export const requireValidOrder = (
  { tests, laboratoryId: chosen }: Pick<PlaceLabOrder, 'tests' | 'laboratoryId'>,
  catalog: LabCatalog,
  /** Those of the organization. */
  laboratoryIds: readonly string[],
): CheckedOrder => {
  const laboratoryId = requireLaboratory(tests, chosen, catalog, laboratoryIds)
  const codes = tests.map(({ code }) => code)
  const unknown = codes.flatMap((code, index) => {
    const pointer = `/tests/${index}/code`
    if (codes.indexOf(code) < index || laboratoryIds.every((each) => catalog.find(each, code) === null))
      return [{ pointer, code: 'unknown', message: 'Must be a test of the catalog, once.' }]
    return catalog.find(laboratoryId, code) === null
      ? [{ pointer, code: 'other_laboratory', message: 'Another laboratory performs it. Place an order for each.' }]
      : []
  })
  if (unknown.length > 0) throw unknownTest(unknown)
  const missing: FaultyProperty[] = []
  const invalid: FaultyProperty[] = []
  const checked = tests.flatMap(({ code, answers }, index): CheckedTest[] => {
    const test = catalog.find(laboratoryId, code)
    if (test === null) return []
    for (const question of test.questions) {
      if (question.required && !answers.some((answer) => answer.code === question.code && answer.value.trim() !== ''))
        missing.push({
          pointer: `/tests/${index}/answers`,
          code: `required:${question.code}`,
          message: 'Answer this question.',
        })
    }
    const forLaboratory = answers.flatMap((answer, position): OrderedAnswer[] => {
      const question = test.questions.find((each) => each.code === answer.code)
      const isFirst = answers.findIndex((each) => each.code === answer.code) === position
      const expected =
        question === undefined || !isFirst
          ? 'Must answer a question of this test, once.'
          : faultOf(question, answer.value)
      if (expected !== null)
        invalid.push({ pointer: `/tests/${index}/answers/${position}`, code: 'wrong_answer', message: expected })
      return question === undefined ? [] : [toLaboratory(question, answer.value)]
    })
    return [{ test, answers, forLaboratory }]
  })
  if (missing.length > 0) throw answerMissing(missing)
  if (invalid.length > 0) throw answerInvalid(invalid)
  return { laboratoryId, tests: checked }
}

/** The chosen laboratory, else the first that performs all tests, else the one of the first test. */
const requireLaboratory = (
  tests: PlaceLabOrder['tests'],
  chosen: string | undefined,
  catalog: LabCatalog,
  laboratoryIds: readonly string[],
): string => {
  if (chosen !== undefined) {
    if (laboratoryIds.includes(chosen)) return chosen
    const message = 'Must be a laboratory from which the organization orders.'
    throw unknownTest([{ pointer: '/laboratoryId', code: 'unknown', message }])
  }
  const performs = (laboratoryId: string, { code }: { readonly code: string }): boolean =>
    catalog.find(laboratoryId, code) !== null
  return (
    laboratoryIds.find((each) => tests.every((test) => performs(each, test))) ??
    laboratoryIds.find((each) => tests.slice(0, 1).every((test) => performs(each, test))) ??
    firstLaboratory
  )
}

const faultOf = ({ type, options = [] }: LabQuestion, value: string): string | null => {
  switch (type) {
    case 'number':
      return /^\d{1,6}(\.\d{1,4})?$/.test(value) ? null : 'Must be a number, with a point for decimals.'
    case 'date':
      return isDate(value) ? null : 'Must be a date, YYYY-MM-DD.'
    case 'choice':
      return options.some(({ code }) => code === value) ? null : 'Must be one of the codes that the question offers.'
    case 'yes-no':
      return value === 'yes' || value === 'no' ? null : 'Must be yes or no.'
    case 'text':
      return null
  }
}

const isDate = (value: string): boolean => {
  if (!/^\d{4}-\d\d-\d\d$/.test(value)) return false
  const at = new Date(`${value}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(value)
}

const toLaboratory = (question: LabQuestion, value: string): OrderedAnswer => {
  const chosen = question.options?.find(({ code }) => code === value)
  return {
    code: question.code,
    question: wordingOf(question.text),
    type: question.type,
    value,
    ...(chosen && { text: wordingOf(chosen.text) }),
  }
}
