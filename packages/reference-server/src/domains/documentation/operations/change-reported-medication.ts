import { operation } from '../../../platform/contracts/operation.ts'
import { reportedMedicationChanged } from '../events.ts'
import { changeReportedMedication as change, reportedContentOf } from '../model/reported-medication.ts'
import type { DocumentationContext } from '../ports.ts'
import { presentReportedMedication } from '../presenters/present-reported-medication.ts'
import { readReportedMedication, reportedMedications } from '../store/reported-medications.ts'

export const changeReportedMedication = operation<DocumentationContext>()('changeReportedMedication', {
  gather: async ({ path: { patientId, reportedMedicationId } }, { directory }, context) => {
    await directory.actingFor(context, patientId, 'record')
    return readReportedMedication(context.db, context, patientId, reportedMedicationId)
  },
  decide: ({ path: { patientId }, body }, before, { now }) => {
    const after = change(before, body, now)
    if (after === null) return { answer: { status: 200, body: presentReportedMedication(before) } }
    return {
      writes: [reportedMedications.replace(after, before, reportedContentOf(after))],
      events: [reportedMedicationChanged(patientId, after.id)],
      answer: { status: 200, body: presentReportedMedication(after) },
    }
  },
})
