import type { components } from '@visitkit/contract'
import type { ReadContext } from '../../../platform/contracts/context.ts'
import type { ComplianceContext } from '../ports.ts'
import type { StoredQuestion } from '../store/access-questions.ts'
import { findAccesses } from '../store/accesses.ts'
import { explainAccesses } from '../workflows/explain-accesses.ts'
import { presentAccesses } from './present-accesses.ts'

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

/** Reads the accesses that the questions are about, and for a member what explains them, the patients and the assignees. */
export const gatherSurroundings = async (
  context: ReadContext,
  ports: ComplianceContext,
  questions: readonly Pick<StoredQuestion, 'accessId' | 'patientId' | 'assignedTo'>[],
): Promise<QuestionSurroundings> => {
  const stored = [...(await findAccesses(context.db, questions.map(({ accessId }) => accessId))).values()]
  const presented = await presentAccesses(stored, context, ports)
  const accesses = new Map(presented.map((access) => [access.id, access]))
  const isForMember = context.caller.kind === 'member'
  if (!isForMember) return { accesses, explanations: new Map(), patients: new Map(), names: new Map(), isForMember }
  const assignees = [...questions.flatMap(({ assignedTo }) => assignedTo ?? []), context.caller.personId]
  const [explanations, patients, names] = await Promise.all([
    explainAccesses(context, ports, stored),
    ports.directory.patientSummaries(context, [...new Set(questions.map(({ patientId }) => patientId))]),
    ports.directory.actorNames(context, [...new Set(assignees)].map((id) => ({ kind: 'member' as const, id })), []),
  ])
  return { accesses, explanations, patients, names, isForMember }
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
