import { operation } from '../../../../platform/contracts/operation.ts'
import type { PrescriptionsContext } from '../../ports.ts'
import { controlledSubstance, unknownMedication } from '../../problems.ts'
import { gatherMedication } from '../workflows/gather-medication.ts'
import { requirePatient } from '../../kernel/workflows/require-patient.ts'

export const checkPrescription = operation<PrescriptionsContext>()('checkPrescription', {
  gather: async ({ path: { patientId }, body }, ports, context) => {
    await requirePatient(ports, context, patientId, 'record')
    const prescribable = ports.medications.find(body.rxcui)
    if (prescribable === null) throw unknownMedication()
    const { checks } = ports
    const [checked, label] = await Promise.all([
      gatherMedication(ports, context, patientId, prescribable.medication, []),
      // A label that cannot be read must not prevent the check.
      checks.label?.(body.rxcui).catch(() => null) ?? null,
    ])
    return { ...checked, label, sources: checks.sources ?? [] }
  },
  read: async ({ path: { patientId } }, { controlled, alerts, sources, label }) => {
    if (controlled !== null) throw controlledSubstance(controlled)
    return {
      status: 200,
      body: { patientId, alerts: [...alerts], sources: [...sources], ...(label !== null && { label }) },
    }
  },
})
