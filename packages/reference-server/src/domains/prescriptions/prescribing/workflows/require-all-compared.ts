import type { WriteContext } from '../../../../platform/contracts/context.ts'
import { medicationsChanged } from '../../problems.ts'
import { lockPatient, listTakenPrescriptions } from '../store/taken.ts'

/**
 * That nothing was signed for the patient since the check was made: it is made before the transaction, and what two sign at the same
 * moment would be compared with neither. Holds the patient's lock until the end. Throws `medications_changed`.
 */
export const requireAllCompared = async (
  { tx, caller, now }: Pick<WriteContext, 'tx' | 'caller' | 'now'>,
  patientId: string,
  compared: readonly string[],
): Promise<void> => {
  await lockPatient(tx, { caller }, patientId)
  const taken = await listTakenPrescriptions(tx, { caller }, patientId, now)
  if (taken.some((id) => !compared.includes(id))) throw medicationsChanged()
}
