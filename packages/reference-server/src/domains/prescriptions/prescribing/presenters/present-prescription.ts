import type { components } from '@visitkit/contract'
import { codedDirections } from '../../kernel/model/coded-directions.ts'
import { refillsLeft, type HistoryEntry, type Prescription } from '../../kernel/model/prescription.ts'

type Schemas = components['schemas']

/**
 * The prescription in the contract's shape. Patients and proxies see what they take and its status, but not alerts, reasons and notes to
 * the pharmacist.
 */
export const presentPrescription = (
  prescription: Prescription,
  practitioner: Schemas['PractitionerSummary'],
  history: readonly HistoryEntry[],
  forPatient: boolean,
): Schemas['Prescription'] => {
  const { content, signedAt } = prescription
  return {
    id: prescription.id,
    patientId: prescription.patientId,
    ...(prescription.visitId !== null && { visitId: prescription.visitId }),
    practitioner,
    status: prescription.status,
    medication: content.medication,
    directions: content.directions,
    directionsCoded: codedDirections(content.directions),
    directionsText: [...content.directionsText],
    quantity: prescription.quantity,
    daysSupply: prescription.daysSupply,
    refills: prescription.refills,
    substitutionAllowed: prescription.substitutionAllowed,
    ...(content.diagnosisCode !== undefined && { diagnosisCode: content.diagnosisCode }),
    pharmacy: content.pharmacy,
    ...(!forPatient && content.noteToPharmacist !== undefined && { noteToPharmacist: content.noteToPharmacist }),
    alerts: forPatient ? [] : [...content.alerts],
    acknowledgments: forPatient ? [] : [...content.acknowledgments],
    ...(prescription.follows !== null && { follows: prescription.follows }),
    ...(signedAt !== null && { refillsLeft: refillsLeft(prescription), signedAt: signedAt.toISOString() }),
    history: history.map(({ at, status, by, code, text }) => ({
      at: at.toISOString(),
      status,
      by,
      ...(code !== undefined && { code }),
      ...(text !== undefined && { text }),
    })),
    ...(prescription.attention !== null && { needsAttention: prescription.attention }),
    createdAt: prescription.createdAt.toISOString(),
    version: prescription.version,
  }
}
