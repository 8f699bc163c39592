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
  becameOverdue = false,
) => ({
  ...{ questionId, patientId, status, version, forAdministrators, becameOverdue },
  escalated: escalatedAt !== null,
})

/** Asked, taken by a privacy officer, or overdue. */
export const accessQuestionChanged = eventMaker('compliance.access-question-changed', factsOf)

export const accessQuestionAnswered = eventMaker('compliance.access-question-answered', factsOf)

/** Opened, changed or closed, or overdue. */
export const accessCaseChanged = eventMaker(
  'compliance.access-case-changed',
  ({ id: caseId, status, escalatedAt, version }: StoredCase, forAdministrators: boolean, becameOverdue?: boolean) => ({
    ...{ caseId, status, version, forAdministrators, becameOverdue: becameOverdue ?? false },
    escalated: escalatedAt !== null,
  }),
)
