import type { LabTest, PlaceLabOrder } from '@visitkit/sdk'
import type { ChosenDiagnosis } from '../core/diagnosis-search.ts'

/** An order in the form. Immutable: changes create a copy. */
export interface OrderDraft {
  readonly tests: readonly LabTest[]
  /** By `test/question`. */
  readonly answers: ReadonlyMap<string, string>
  readonly diagnoses: readonly ChosenDiagnosis[]
  readonly priority: PlaceLabOrder['priority']
  readonly note: string
  /** The patient pays, and no payer learns of it. */
  readonly selfPay: boolean
}

export const emptyOrder: OrderDraft = {
  tests: [],
  answers: new Map(),
  diagnoses: [],
  priority: 'routine',
  note: '',
  selfPay: false,
}

/** The laboratory of the tests, where there are several: an order has tests of one. */
export const laboratoryOf = ({ tests }: OrderDraft): LabTest['laboratory'] => tests[0]?.laboratory

export const answerKey = (test: string, question: string): string => `${test}/${question}`

export const withTest = (draft: OrderDraft, test: LabTest): OrderDraft =>
  draft.tests.some(({ code }) => code === test.code) ? draft : { ...draft, tests: [...draft.tests, test] }

/** Removes a test with its answers. */
export const withoutTest = (draft: OrderDraft, code: string): OrderDraft => ({
  ...draft,
  tests: draft.tests.filter((test) => test.code !== code),
  answers: new Map([...draft.answers].filter(([key]) => !key.startsWith(`${code}/`))),
})

export const withDiagnosis = (draft: OrderDraft, diagnosis: ChosenDiagnosis): OrderDraft =>
  draft.diagnoses.some(({ code }) => code === diagnosis.code)
    ? draft
    : { ...draft, diagnoses: [...draft.diagnoses, diagnosis] }

/** Faults of the order: `tests`, `diagnoses`, or the key of an answer, in the order of the form. */
export const validateOrder = ({ tests, answers, diagnoses }: OrderDraft): readonly string[] => [
  ...(tests.length === 0 ? ['tests'] : []),
  ...tests.flatMap(({ code, questions }) =>
    questions
      .filter((question) => question.required && !answers.get(answerKey(code, question.code))?.trim())
      .map((question) => answerKey(code, question.code)),
  ),
  ...(diagnoses.length === 0 ? ['diagnoses'] : []),
]

export const labOrderBody = (draft: OrderDraft, visitId: string | undefined): PlaceLabOrder => {
  const note = draft.note.trim()
  const laboratory = laboratoryOf(draft)
  return {
    ...(visitId && { visitId }),
    tests: draft.tests.map(({ code, questions }) => ({
      code,
      answers: questions.flatMap((question) => {
        const value = draft.answers.get(answerKey(code, question.code))?.trim()
        return value ? [{ code: question.code, value }] : []
      }),
    })),
    diagnosisCodes: draft.diagnoses.map(({ code }) => code),
    priority: draft.priority,
    ...(note && { note }),
    ...(laboratory && { laboratoryId: laboratory.id }),
    ...(draft.selfPay && { selfPay: true }),
  }
}
