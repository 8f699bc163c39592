import type { ScriptMessage } from '../../../../vendors/pharmacy/script/script-message.ts'
import type { PrescriptionFacts } from '../../kernel/model/prescription.ts'
import type { Patient } from '../../ports.ts'
import { isSamePatient } from './is-same-patient.ts'

/** Whether the message comes from another pharmacy or is about another patient: then a person reviews it. */
export const matchFault = (
  { header, body }: ScriptMessage,
  facts: Pick<PrescriptionFacts, 'pharmacyId'>,
  patient: Patient | null,
): 'another-pharmacy' | 'another-patient' | null => {
  const isTransfer = body.type === 'RxFill' && body.fill.status === 'Transferred'
  if (header.from.qualifier === 'P' && header.from.id !== facts.pharmacyId && !isTransfer) return 'another-pharmacy'
  return 'patient' in body && (patient === null || !isSamePatient(body.patient, patient)) ? 'another-patient' : null
}
