import { controlledRefusal } from '../../kernel/model/controlled-substance.ts'
import type { MedicineToday } from '../model/favourite.ts'
import type { PrescriptionsContext } from '../../ports.ts'

/** Whether a medicine can be prescribed here today, for whomever. */
export const medicineToday = (
  { medications, policy, certifications }: PrescriptionsContext,
  rxcui: string,
  now: Date,
): MedicineToday => {
  const medication = medications.find(rxcui)?.medication ?? null
  return { medication, controlled: medication && controlledRefusal(medication, policy, certifications, now) }
}
