import type { ScriptType } from './script-message.ts'

/** What a message calls its medicine: what was prescribed, handed out, or answered. */
export const medicationElementOf: Partial<Record<ScriptType, string>> = {
  NewRx: 'MedicationPrescribed',
  CancelRx: 'MedicationPrescribed',
  RxChangeRequest: 'MedicationPrescribed',
  RxChangeResponse: 'MedicationPrescribed',
  RxRenewalRequest: 'MedicationDispensed',
  RxRenewalResponse: 'MedicationResponse',
  RxFill: 'MedicationDispensed',
}
