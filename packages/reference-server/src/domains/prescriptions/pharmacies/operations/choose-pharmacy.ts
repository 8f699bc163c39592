import { operation } from '../../../../platform/contracts/operation.ts'
import { pharmacyChosen } from '../../events.ts'
import type { PrescriptionsContext } from '../../ports.ts'
import { choosePatientPharmacy } from '../store/patient-pharmacies.ts'
import { gatherPharmacy } from '../workflows/gather-pharmacy.ts'
import { requirePatient } from '../../kernel/workflows/require-patient.ts'

export const choosePharmacy = operation<PrescriptionsContext>()('choosePharmacy', {
  gather: async ({ path, body }, ports, context) => {
    await requirePatient(ports, context, path.patientId, 'visit')
    return gatherPharmacy(ports, context, body.pharmacyId)
  },
  decide: ({ path: { patientId } }, pharmacy, { now }) => ({
    writes: [choosePatientPharmacy(patientId, pharmacy, now)],
    events: [pharmacyChosen(patientId)],
    answer: { status: 200, body: { patientId, pharmacy } },
  }),
})
