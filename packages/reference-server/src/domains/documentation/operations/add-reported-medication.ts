import { operation } from '../../../platform/contracts/operation.ts'
import { reportedMedicationChanged } from '../events.ts'
import { maxReportedMedications, reportedContentOf, type ReportedMedication } from '../model/reported-medication.ts'
import type { DocumentationContext } from '../ports.ts'
import { presentReportedMedication } from '../presenters/present-reported-medication.ts'
import { tooManyReportedMedications } from '../problems.ts'
import { countReportedMedications, reportedMedications } from '../store/reported-medications.ts'

export const addReportedMedication = operation<DocumentationContext>()('addReportedMedication', {
  gather: async ({ path: { patientId } }, { directory }, context) => {
    await directory.actingFor(context, patientId, 'record')
    await directory.patient(context, patientId)
    const count = await countReportedMedications(context.db, context.caller.organizationId, patientId)
    if (count >= maxReportedMedications) throw tooManyReportedMedications(maxReportedMedications)
  },
  decide: ({ path: { patientId }, body }, _, { caller, now, newId }) => {
    const content = reportedContentOf(body)
    const reportedBy = caller.kind === 'patient' || caller.kind === 'proxy' ? caller.kind : 'staff'
    const facts = { id: newId(), patientId, status: 'active', reportedBy, reportedAt: now, endedAt: null } as const
    const reported: ReportedMedication = { ...facts, ...content, version: 1 }
    return {
      writes: [reportedMedications.insert(reported, content)],
      events: [reportedMedicationChanged(patientId, reported.id)],
      answer: {
        status: 201,
        headers: { location: `/v1/patients/${patientId}/reported-medications` },
        body: presentReportedMedication(reported),
      },
    }
  },
})
