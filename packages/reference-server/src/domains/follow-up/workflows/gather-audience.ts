import type { ReadContext } from '../../../platform/contracts/context.ts'
import type { Recovery } from '../model/recovery.ts'
import type { FollowUpContext } from '../ports.ts'

/**
 * The recipients of outreach about a visit. Decrypts the patient's record only if the specialty has an age rule: messages about a child go
 * to the parents, and messages about a teenager above that age only to the teenager.
 */
export const gatherAudience = async (
  { specialties, directory }: Pick<FollowUpContext, 'specialties' | 'directory'>,
  context: ReadContext,
  { specialty, patientId }: { readonly specialty: string; readonly patientId: string },
): Promise<Recovery['audience']> => {
  const rule = specialties.get(specialty)?.proxy
  if (rule === undefined) return 'patient'
  const patient = (await directory.patientSummaries(context, [patientId])).get(patientId)
  return patient !== undefined && patient.age < rule.belowAge ? 'proxies' : 'patient'
}
