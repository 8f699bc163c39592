import type { Keeping } from '../../platform/seams.ts'
import { attentionNeeded, prescriptionTold } from './events.ts'
import { hearPharmacy, type Said } from './model/hear-pharmacy.ts'
import type { PrescribingPolicy } from './model/prescribing-policy.ts'
import type { PrescriptionFacts } from './model/prescription.ts'
import { keepStep } from './store/prescriptions.ts'

/** Keeps what somebody said about a prescription, whose row is locked, with its line of the history and the event. Opens nothing. */
export const keepHeard = async (
  keeping: Keeping,
  before: PrescriptionFacts,
  said: Said,
  policy: Pick<PrescribingPolicy, 'silence'>,
): Promise<void> => {
  const { tx, now, emit } = keeping
  const heard = hearPharmacy(before, said, policy, now)
  if (heard === null) return
  if (!(await keepStep(tx, keeping, before, heard.after, heard.entry)))
    throw new Error('a prescription changed although its row was locked')
  await emit(prescriptionTold('prescription-changed', heard.after))
  if (heard.after.attention !== null && heard.after.attention !== before.attention)
    await emit(attentionNeeded(heard.after))
}
