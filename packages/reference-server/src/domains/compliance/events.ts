import { eventMaker } from '../../platform/contracts/event.ts'
import type { AccessQuestion } from './model/access-question.ts'
import type { StoredCase } from './model/stored-case.ts'

export const newReaderFound = eventMaker(
  'compliance.new-reader-found',
  (patientId: string, { accessId, tellAt }: { readonly accessId: string; readonly tellAt: Date }) => ({
    patientId,
    accessId,
    tellAt: tellAt.toISOString(),
  }),
)

const factsOf = (
  { id: questionId, patientId, status, escalatedAt, version }: AccessQuestion,
  forAdministrators: boolean,
) => ({
  ...{ questionId, patientId, status, version, forAdministrators },
  escalated: escalatedAt !== null,
})

type Change = 'became-overdue' | 'other'

/** Asked, taken by a privacy officer, or overdue. */
export const accessQuestionChanged = eventMaker(
  'compliance.access-question-changed',
  (question: AccessQuestion, forAdministrators: boolean, change: Change) => ({
    ...factsOf(question, forAdministrators),
    becameOverdue: change === 'became-overdue',
  }),
)

export const accessQuestionAnswered = eventMaker('compliance.access-question-answered', factsOf)

/** Opened, changed or closed, or overdue. */
export const accessCaseChanged = eventMaker(
  'compliance.access-case-changed',
  ({ id: caseId, status, escalatedAt, version }: StoredCase, forAdministrators: boolean, change: Change) => ({
    ...{ caseId, status, version, forAdministrators },
    escalated: escalatedAt !== null,
    becameOverdue: change === 'became-overdue',
  }),
)
