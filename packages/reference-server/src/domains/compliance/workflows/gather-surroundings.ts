import type { ReadContext } from '../../../platform/contracts/context.ts'
import { personUuidOf } from '../../../platform/database/ids/require-uuid.ts'
import type { ComplianceContext } from '../ports.ts'
import type { QuestionSurroundings } from '../presenters/present-access-questions.ts'
import { readReviewedAccesses } from './read-reviewed-accesses.ts'
import type { StoredQuestion } from '../store/access-questions.ts'
import { findAccesses } from '../store/accesses.ts'
import { explainAccesses } from './explain-accesses.ts'

/** Reads the accesses that the questions are about, and for a member what explains them, the patients and the assignees. */
export const gatherSurroundings = async (
  context: ReadContext,
  ports: ComplianceContext,
  questions: readonly Pick<StoredQuestion, 'accessId' | 'patientId' | 'assignedTo'>[],
): Promise<QuestionSurroundings> => {
  const stored = [
    ...(
      await findAccesses(
        context.db,
        questions.map(({ accessId }) => accessId),
        { readBy: personUuidOf(context.caller) },
      )
    ).values(),
  ]
  const presented = await readReviewedAccesses(stored, context, ports)
  const accesses = new Map(presented.map((access) => [access.id, access]))
  const isForMember = context.caller.kind === 'member'
  if (!isForMember) return { accesses, explanations: new Map(), patients: new Map(), names: new Map(), isForMember }
  const assignees = [...questions.flatMap(({ assignedTo }) => assignedTo ?? []), context.caller.personId]
  const [explanations, patients, names] = await Promise.all([
    explainAccesses(context, ports, stored),
    ports.directory.patientSummaries(context, [...new Set(questions.map(({ patientId }) => patientId))]),
    ports.directory.actorNames(
      context,
      [...new Set(assignees)].map((id) => ({ kind: 'member' as const, id })),
      [],
    ),
  ])
  return { accesses, explanations, patients, names, isForMember }
}
