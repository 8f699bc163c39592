import type { ReadContext } from '../../../../platform/contracts/context.ts'
import type { PrescriptionsPorts } from '../../ports.ts'

/**
 * Requires that the patient exists and that the caller may (still) act for them in this scope. Throws `not_found` or `outside_proxy_scope`.
 */
export const requirePatient = async (
  { directory }: Pick<PrescriptionsPorts, 'directory'>,
  context: ReadContext,
  patientId: string,
  scope: 'record' | 'visit',
): Promise<void> => {
  await Promise.all([directory.patientZone(context, patientId), directory.actingFor(context, patientId, scope)])
}
