import type { ReadContext } from '../../../platform/contracts/context.ts'
import type { Recovery } from '../model/recovery.ts'
import type { FollowUpContext } from '../ports.ts'

/**
 * Whom outreach about a visit goes to. The patient's record is opened only where the specialty has a rule on it: a child's parents are
 * written to, a teenager past the age is not written about to anybody else.
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
