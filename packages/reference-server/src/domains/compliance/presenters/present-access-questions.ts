import type { components } from '@visitkit/contract'
import type { StoredQuestion } from '../store/access-questions.ts'

type Schemas = components['schemas']

/** What a question is shown with. */
export interface QuestionSurroundings {
  readonly accesses: ReadonlyMap<string, Schemas['Access']>
  /** For members only, as the two below. */
  readonly explanations: ReadonlyMap<string, Schemas['AccessExplanation']>
  readonly patients: ReadonlyMap<string, Schemas['PatientSummary']>
  /** By `member:id`. */
  readonly names: ReadonlyMap<string, string>
  readonly isForMember: boolean
}

export const presentQuestion = (question: StoredQuestion, around: QuestionSurroundings): Schemas['AccessQuestion'] => {
  const { id, patientId, accessId, reason, status, outcome, text, answer, version } = question
  const { askedAt, dueAt, escalatedAt, answeredAt, assignedTo } = question
  const [access, patient] = [around.accesses.get(accessId), around.patients.get(patientId)]
  const explanation = around.explanations.get(accessId)
  return {
    ...{ id, patientId, accessId, reason, status, version },
    ...(patient && { patient }),
    ...(access && { access }),
    ...(explanation && { explanation }),
    ...(text !== undefined && { text }),
    askedAt: askedAt.toISOString(),
    dueAt: dueAt.toISOString(),
    ...(escalatedAt && { escalatedAt: escalatedAt.toISOString() }),
    ...(around.isForMember &&
      assignedTo !== null && {
        assignedTo: { memberId: assignedTo, displayName: around.names.get(`member:${assignedTo}`) ?? null },
      }),
    ...(outcome !== null && { outcome }),
    ...(answer !== undefined && { answer }),
    ...(answeredAt && { answeredAt: answeredAt.toISOString() }),
  }
}
