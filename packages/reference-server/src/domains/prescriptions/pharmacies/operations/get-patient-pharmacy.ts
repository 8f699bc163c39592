import { operation } from '../../../../platform/contracts/operation.ts'
import type { PrescriptionsContext } from '../../ports.ts'
import { pharmacyOfPatient } from '../store/patient-pharmacies.ts'
import { requirePatient } from '../../kernel/workflows/require-patient.ts'

export const getPatientPharmacy = operation<PrescriptionsContext>()('getPatientPharmacy', {
  gather: ({ path }, ports, reading) => requirePatient(ports, reading, path.patientId, 'visit'),
  read: async ({ path: { patientId } }, _, reading) => ({
    status: 200,
    body: { patientId, pharmacy: await pharmacyOfPatient(reading.db, reading, patientId) },
  }),
})
