import type { Keeping } from '../../platform/seams.ts'
import { attentionNeeded, prescriptionTold } from './events.ts'
import { hearPharmacy, type Said } from './model/hear-pharmacy.ts'
import type { PrescribingPolicy } from './model/prescribing-policy.ts'
import { addToHistory } from './store/history.ts'
import { readFacts, updatePrescription } from './store/prescriptions.ts'

/** Keeps what somebody said about a prescription, with its line of the history and the event. Opens nothing. */
export const keepHeard = async (
  keeping: Keeping,
  prescriptionId: string,
  said: Said,
  policy: Pick<PrescribingPolicy, 'silence'>,
): Promise<void> => {
  const { tx, now, emit } = keeping
  const before = await readFacts(tx, keeping, prescriptionId, 'lock')
  const heard = hearPharmacy(before, said, policy, now)
  if (heard === null) return
  if (!(await updatePrescription(tx, keeping, before, heard.after)))
    throw new Error('a prescription changed although its row was locked')
  await addToHistory(tx, keeping, before, heard.entry)
  await emit(prescriptionTold('prescription-changed', heard.after))
  if (heard.after.attention !== null && heard.after.attention !== before.attention)
    await emit(attentionNeeded(heard.after))
}
