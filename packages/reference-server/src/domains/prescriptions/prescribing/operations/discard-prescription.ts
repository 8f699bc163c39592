import { operation } from '../../../../platform/contracts/operation.ts'
import { draftDiscarded } from '../../events.ts'
import type { PrescriptionsContext } from '../../ports.ts'
import { prescriptionSigned, versionConflict } from '../../problems.ts'
import { deleteDraft, readPrescriptionFacts } from '../../kernel/store/prescriptions.ts'

export const discardPrescription = operation<PrescriptionsContext>()('discardPrescription', {
  keep: async ({ path }, _, context) => {
    const facts = await readPrescriptionFacts(context.tx, context, path.prescriptionId, 'for-update')
    context.access.requireOwner([facts.practitionerId])
    if (facts.status !== 'draft') throw prescriptionSigned()
    if (!(await deleteDraft(context.tx, context, facts))) throw versionConflict()
    await context.emit(draftDiscarded(facts))
    return { status: 200, body: { id: facts.id, patientId: facts.patientId } }
  },
})
