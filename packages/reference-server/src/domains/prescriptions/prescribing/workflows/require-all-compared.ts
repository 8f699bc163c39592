import type { WriteContext } from '../../../../platform/contracts/context.ts'
import { medicationsChanged } from '../../problems.ts'
import { lockPatient, listTakenPrescriptions } from '../store/taken.ts'

/**
 * Requires that nothing was signed for the patient since the check: the check runs before the transaction, so two concurrent signatures
 * would not be compared with each other. Holds the patient's lock until the transaction ends. Throws `medications_changed`.
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
