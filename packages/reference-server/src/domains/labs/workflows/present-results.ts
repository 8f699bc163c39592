import type { components } from '@visitkit/contract'
import type { ReadContext } from '../../../platform/contracts/context.ts'
import { releasedContent, type LabResult } from '../model/lab-result.ts'
import type { LabsPorts, PatientSummary } from '../ports.ts'
import { presentResult } from '../presenters/present-result.ts'
import { gatherMemberNames } from './gather-member-names.ts'

type Schemas = components['schemas']

/** Presents results to the caller: released content to patients and proxies, everything known to members. */
export const presentResults = async (
  ports: Pick<LabsPorts, 'directory'>,
  context: ReadContext,
  results: readonly LabResult[],
  patients: ReadonlyMap<string, PatientSummary> = new Map(),
): Promise<Schemas['LabResult'][]> => {
  const forPatient = context.access.reach === 'own'
  const nameOf = await gatherMemberNames(
    ports,
    context,
    results.flatMap(({ reviewedBy, clock }) => [reviewedBy, clock?.acknowledgedBy]),
  )
  return results.flatMap((result) => {
    const content = forPatient ? releasedContent(result) : result.content
    if (content === null) return []
    return presentResult(result, content, { nameOf, patient: patients.get(result.patientId), forPatient })
  })
}
