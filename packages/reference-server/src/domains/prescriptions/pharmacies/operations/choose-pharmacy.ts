import { operation } from '../../../../platform/contracts/operation.ts'
import { pharmacyChosen } from '../../events.ts'
import type { PrescriptionsContext } from '../../ports.ts'
import { keepPharmacyOfPatient } from '../store/patient-pharmacies.ts'
import { gatherPharmacy } from '../workflows/gather-pharmacy.ts'
import { requirePatient } from '../../kernel/workflows/require-patient.ts'

export const choosePharmacy = operation<PrescriptionsContext>()('choosePharmacy', {
  gather: async ({ path, body }, ports, reading) => {
    await requirePatient(ports, reading, path.patientId, 'visit')
    return gatherPharmacy(ports, reading, body.pharmacyId)
  },
  keep: async ({ path: { patientId } }, pharmacy, keeping) => {
    await keepPharmacyOfPatient(keeping.tx, keeping, patientId, pharmacy, keeping.now)
    await keeping.emit(pharmacyChosen(patientId))
    return { status: 200, body: { patientId, pharmacy } }
  },
})
