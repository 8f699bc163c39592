import { operation } from '../../../../platform/contracts/operation.ts'
import { pharmacyChosen } from '../../events.ts'
import type { PrescriptionsContext } from '../../ports.ts'
import { upsertPatientPharmacy } from '../store/patient-pharmacies.ts'
import { gatherPharmacy } from '../workflows/gather-pharmacy.ts'
import { requirePatient } from '../../kernel/workflows/require-patient.ts'

export const choosePharmacy = operation<PrescriptionsContext>()('choosePharmacy', {
  gather: async ({ path, body }, ports, context) => {
    await requirePatient(ports, context, path.patientId, 'visit')
    return gatherPharmacy(ports, context, body.pharmacyId)
  },
  keep: async ({ path: { patientId } }, pharmacy, context) => {
    await upsertPatientPharmacy(context.tx, context, patientId, pharmacy, context.now)
    await context.emit(pharmacyChosen(patientId))
    return { status: 200, body: { patientId, pharmacy } }
  },
})
