import type { ReadContext } from '../../../platform/contracts/context.ts'
import type { LabResult } from '../model/lab-result.ts'
import type { LabsPorts } from '../ports.ts'
import { readResult } from '../store/results.ts'
import { gatherMemberNames } from './gather-member-names.ts'

/** A result, and the names of the members who have worked on it, including the caller. Throws `not_found` if there is no such result. */
export const gatherNames = async (
  ports: Pick<LabsPorts, 'directory'>,
  context: ReadContext,
  resultId: string,
): Promise<{ readonly result: LabResult; readonly nameOf: (memberId: string) => string }> => {
  const result = await readResult(context.db, context, resultId)
  const { reviewedBy, clock } = result
  const nameOf = await gatherMemberNames(ports, context, [reviewedBy, clock?.acknowledgedBy, context.caller.personId])
  return { result, nameOf }
}
