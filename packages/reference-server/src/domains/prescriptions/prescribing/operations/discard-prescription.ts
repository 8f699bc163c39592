import { operation } from '../../../../platform/contracts/operation.ts'
import { draftDiscarded } from '../../events.ts'
import type { PrescriptionsContext } from '../../ports.ts'
import { prescriptionSigned } from '../../problems.ts'
import { prescriptions, readPrescriptionFacts } from '../../kernel/store/prescriptions.ts'

export const discardPrescription = operation<PrescriptionsContext>()('discardPrescription', {
  gather: async ({ path }, _, context) => {
    const facts = await readPrescriptionFacts(context.db, context, path.prescriptionId)
    context.access.requireOwner([facts.practitionerId])
    context.access.touch(facts.patientId)
    return facts
  },
  decide: (_, facts) => {
    if (facts.status !== 'draft') throw prescriptionSigned()
    return {
      writes: [prescriptions.delete(facts)],
      events: [draftDiscarded(facts)],
      answer: { status: 200, body: { id: facts.id, patientId: facts.patientId } },
    }
  },
})
