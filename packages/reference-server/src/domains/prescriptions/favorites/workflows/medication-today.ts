import { controlledRefusal } from '../../kernel/model/controlled-substance.ts'
import type { MedicationToday } from '../model/favorite.ts'
import type { PrescriptionsContext } from '../../ports.ts'

/** Whether a medication can be prescribed in this deployment today, for any patient. */
export const medicationToday = (
  { medications, policy, certifications }: PrescriptionsContext,
  rxcui: string,
  now: Date,
): MedicationToday => {
  const medication = medications.find(rxcui)?.medication ?? null
  return { medication, controlled: medication && controlledRefusal(medication, policy, certifications, now) }
}
