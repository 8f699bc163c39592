import type { ScriptHeader, ScriptMessage } from '../../../../vendors/pharmacy/script/script-message.ts'
import type { Medication } from '../../kernel/model/medication-pack.ts'
import type { MedicationSet } from '../../kernel/model/medication-set.ts'
import type { PrescriptionFacts } from '../../kernel/model/prescription.ts'
import type { Patient } from '../../ports.ts'
import { isSameMedicine } from './is-same-medicine.ts'
import { isSamePatient } from './is-same-patient.ts'

/** What a message is compared with. */
export interface MatchedPrescription {
  readonly facts: Pick<PrescriptionFacts, 'pharmacyId'>
  readonly patient: Patient | null
  /** Null if the message reports no fill. */
  readonly prescribed: Medication | null
  readonly medications: MedicationSet
}

/** Whether the message comes from another pharmacy, or is about another patient or medicine: then a person reviews it. */
export const matchFault = (
  { header, body }: ScriptMessage,
  { facts, patient, prescribed, medications }: MatchedPrescription,
): 'another-pharmacy' | 'another-patient' | 'another-medicine' | null => {
  const isTransfer = body.type === 'RxFill' && body.fill.status === 'Transferred'
  if (header.from.qualifier === 'P' && header.from.id !== facts.pharmacyId && !isTransfer) return 'another-pharmacy'
  if ('patient' in body && (patient === null || !isSamePatient(body.patient, patient))) return 'another-patient'
  // A pharmacy may ask for another medicine. What it dispensed is the prescribed one.
  if (body.type !== 'RxFill') return null
  return prescribed !== null && isSameMedicine(body.medication, prescribed, medications) ? null : 'another-medicine'
}

/** Whether a message is for another system than the account of this organization in the network; null: it has none. */
export const receiverFault = ({ to }: Pick<ScriptHeader, 'to'>, accountId: string | null): 'another-receiver' | null =>
  to.qualifier === 'D' && to.id.trim() === accountId ? null : 'another-receiver'
