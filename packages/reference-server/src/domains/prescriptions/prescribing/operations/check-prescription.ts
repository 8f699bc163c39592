import { operation } from '../../../../platform/contracts/operation.ts'
import type { PrescriptionsContext } from '../../ports.ts'
import { controlledSubstance, unknownMedication } from '../../problems.ts'
import { gatherMedicine } from '../workflows/gather-medicine.ts'
import { requirePatient } from '../../kernel/workflows/require-patient.ts'

export const checkPrescription = operation<PrescriptionsContext>()('checkPrescription', {
  gather: async ({ path: { patientId }, body }, ports, reading) => {
    await requirePatient(ports, reading, patientId, 'record')
    const prescribable = ports.medications.find(body.rxcui)
    if (prescribable === null) throw unknownMedication()
    return gatherMedicine(ports, reading, patientId, prescribable.medication, [])
  },
  read: async ({ path: { patientId } }, { controlled, alerts }) => {
    if (controlled !== null) throw controlledSubstance(controlled)
    return { status: 200, body: { patientId, alerts: [...alerts] } }
  },
})
