import type { ReadContext } from '../../../../platform/contracts/context.ts'
import type { PrescriptionsPorts } from '../../ports.ts'

/** That there is such a patient, and that the caller may act for them in this matter (still). Throws `not_found` or `outside_proxy_scope`. */
export const requirePatient = async (
  { directory }: Pick<PrescriptionsPorts, 'directory'>,
  context: ReadContext,
  patientId: string,
  scope: 'record' | 'visit',
): Promise<void> => {
  await Promise.all([directory.patientZone(context, patientId), directory.actingFor(context, patientId, scope)])
}
