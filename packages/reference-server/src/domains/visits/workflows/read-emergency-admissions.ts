import type { components } from '@visitkit/contract'
import type { ReadContext } from '../../../platform/contracts/context.ts'
import { unlessErased } from '../../../platform/problems/unless-erased.ts'
import type { VisitsPorts } from '../ports.ts'
import { presentEmergencyAdmission } from '../presenters/present-emergency-admission.ts'
import { decryptEmergencyAdmissionTexts, type EncryptedEmergencyAdmission } from '../store/emergency-admissions.ts'

/** With the names of patients and members, and what was written. */
export const readEmergencyAdmissions = async (
  { directory }: Pick<VisitsPorts, 'directory'>,
  context: ReadContext,
  admissions: readonly EncryptedEmergencyAdmission[],
): Promise<components['schemas']['EmergencyAdmissionReport'][]> => {
  const members = admissions.flatMap(({ memberId, reviewedBy }) => [memberId, ...(reviewedBy ? [reviewedBy] : [])])
  const actors = [...new Set(members)].map((id) => ({ kind: 'member' as const, id }))
  const names = actors.length === 0 ? new Map<string, string>() : await directory.actorNames(context, actors, [])
  return Promise.all(
    admissions.map(async (admission) => {
      const [texts, patients] = await Promise.all([
        decryptEmergencyAdmissionTexts(context.db, context, admission),
        unlessErased(directory.patientSummaries(context, [admission.patientId])),
      ])
      const patientName = patients?.get(admission.patientId)?.displayName ?? null
      return presentEmergencyAdmission(admission, { texts, patientName, names })
    }),
  )
}
