import { operation } from '../../../../platform/contracts/operation.ts'
import { draftDiscarded } from '../../events.ts'
import type { PrescriptionsContext } from '../../ports.ts'
import { prescriptionSigned, versionConflict } from '../../problems.ts'
import { deleteDraft, readFacts } from '../../kernel/store/prescriptions.ts'

export const discardPrescription = operation<PrescriptionsContext>()('discardPrescription', {
  keep: async ({ path }, _, keeping) => {
    const facts = await readFacts(keeping.tx, keeping, path.prescriptionId, 'lock')
    keeping.access.requireOwner([facts.practitionerId])
    if (facts.status !== 'draft') throw prescriptionSigned()
    if (!(await deleteDraft(keeping.tx, keeping, facts))) throw versionConflict()
    await keeping.emit(draftDiscarded(facts))
    return { status: 200, body: { id: facts.id, patientId: facts.patientId } }
  },
})
