import type { Reading } from '../../../platform/contracts/context.ts'
import type { LabResult } from '../model/lab-result.ts'
import type { LabsPorts } from '../ports.ts'
import { readResult } from '../store/results.ts'
import { memberNamesOf } from './member-names-of.ts'

/** A result, and what those are called who have had it in hand, the caller included. Throws `not_found` for a result that is not there. */
export const gatherNames = async (
  ports: Pick<LabsPorts, 'directory'>,
  reading: Reading,
  resultId: string,
): Promise<{ readonly result: LabResult; readonly nameOf: (memberId: string) => string }> => {
  const result = await readResult(reading.db, reading, resultId)
  const { reviewedBy, clock } = result
  const nameOf = await memberNamesOf(ports, reading, [reviewedBy, clock?.acknowledgedBy, reading.caller.personId])
  return { result, nameOf }
}
