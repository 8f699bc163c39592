import type { Reading } from '../../../platform/seams.ts'
import type { LabsPorts } from '../ports.ts'
import { readResult } from '../store/results.ts'
import { memberNamesOf } from './answer-of-result.ts'

/** What those are called who have had this result in hand, the caller included. Throws `not_found` for a result that is not there. */
export const gatherNames = async (
  ports: Pick<LabsPorts, 'directory'>,
  reading: Reading,
  resultId: string,
): Promise<(memberId: string) => string> => {
  const { reviewedBy, clock } = await readResult(reading.db, reading, resultId)
  return memberNamesOf(ports, reading, [reviewedBy, clock?.acknowledgedBy, reading.caller.personId])
}
