import type { ReadContext } from '../../../../platform/contracts/context.ts'
import type { PrescriptionFacts } from '../../kernel/model/prescription.ts'
import type { PrescriptionsContext } from '../../ports.ts'

type Place = Pick<PrescriptionFacts, 'patientId' | 'practitionerId' | 'visitId'>

/**
 * The visit that a prescription without a visit continues, which decides whether 42 CFR part 2 protects it: that of the prescription that it
 * follows or changes, otherwise the last visit about substance use that the prescriber held with the patient. Null if it names a visit.
 */
export const gatherContinuedVisit = async (
  { partTwo }: Pick<PrescriptionsContext, 'partTwo'>,
  { caller }: Pick<ReadContext, 'caller'>,
  { patientId, practitionerId, visitId }: Place,
  continued: Pick<PrescriptionFacts, 'visitId' | 'continuedVisitId'> | null,
): Promise<string | null> => {
  if (visitId !== null) return null
  const followed = continued?.visitId ?? continued?.continuedVisitId ?? null
  return followed ?? partTwo.visitBehind(caller.organizationId, patientId, practitionerId)
}
