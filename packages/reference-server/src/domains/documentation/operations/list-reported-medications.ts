import { operation } from '../../../platform/contracts/operation.ts'
import type { DocumentationContext } from '../ports.ts'
import { presentReportedMedication } from '../presenters/present-reported-medication.ts'
import { listReportedMedicationsByPatient } from '../store/reported-medications.ts'

export const listReportedMedications = operation<DocumentationContext>()('listReportedMedications', {
  gather: async ({ path }, { directory }, context) => {
    await directory.actingFor(context, path.patientId, 'record')
    await directory.patient(context, path.patientId)
  },
  read: async ({ path: { patientId } }, _, context) => {
    const items = await listReportedMedicationsByPatient(context.db, context, patientId)
    return { status: 200, body: { patientId, items: items.map(presentReportedMedication) } }
  },
})
