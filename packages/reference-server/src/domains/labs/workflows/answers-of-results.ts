import type { components } from '@visitkit/contract'
import type { Reading } from '../../../platform/contracts/context.ts'
import { releasedContent, type LabResult } from '../model/lab-result.ts'
import type { LabsPorts, PatientSummary } from '../ports.ts'
import { answerOfResult } from '../presenters/answer-of-result.ts'
import { memberNamesOf } from './member-names-of.ts'

type Schemas = components['schemas']

/** Results for whoever reads: patients and proxies by what was released to them, members by what is known. */
export const answersOfResults = async (
  ports: Pick<LabsPorts, 'directory'>,
  reading: Reading,
  results: readonly LabResult[],
  patients: ReadonlyMap<string, PatientSummary> = new Map(),
): Promise<Schemas['LabResult'][]> => {
  const forPatient = reading.access.reach === 'own'
  const nameOf = await memberNamesOf(
    ports,
    reading,
    results.flatMap(({ reviewedBy, clock }) => [reviewedBy, clock?.acknowledgedBy]),
  )
  return results.flatMap((result) => {
    const content = forPatient ? releasedContent(result) : result.content
    if (content === null) return []
    return answerOfResult(result, content, { nameOf, patient: patients.get(result.patientId), forPatient })
  })
}
