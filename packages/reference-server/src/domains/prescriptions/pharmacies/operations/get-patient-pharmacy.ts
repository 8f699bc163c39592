import { operation } from '../../../../platform/contracts/operation.ts'
import type { PrescriptionsContext } from '../../ports.ts'
import { findPharmacyByPatient } from '../store/patient-pharmacies.ts'
import { requirePatient } from '../../kernel/workflows/require-patient.ts'

export const getPatientPharmacy = operation<PrescriptionsContext>()('getPatientPharmacy', {
  gather: ({ path }, ports, context) => requirePatient(ports, context, path.patientId, 'visit'),
  read: async ({ path: { patientId } }, _, context) => ({
    status: 200,
    body: { patientId, pharmacy: await findPharmacyByPatient(context.db, context, patientId) },
  }),
})
