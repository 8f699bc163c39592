import type { ScriptType } from './script-message.ts'

/** The element of the medication in a message: prescribed, dispensed, or in the response. */
export const medicationElementOf: Partial<Record<ScriptType, string>> = {
  NewRx: 'MedicationPrescribed',
  CancelRx: 'MedicationPrescribed',
  RxChangeRequest: 'MedicationPrescribed',
  RxChangeResponse: 'MedicationPrescribed',
  RxRenewalRequest: 'MedicationDispensed',
  RxRenewalResponse: 'MedicationResponse',
  RxFill: 'MedicationDispensed',
}
