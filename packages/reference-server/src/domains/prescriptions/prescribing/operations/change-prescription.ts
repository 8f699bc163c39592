import { operation } from '../../../../platform/contracts/operation.ts'
import { draftSaved } from '../../events.ts'
import { redraft } from '../model/write-prescription.ts'
import type { PrescriptionsContext } from '../../ports.ts'
import { presentWithHistory } from '../presenters/present-with-history.ts'
import { decryptPrescription, prescriptions, readEncryptedPrescription } from '../../kernel/store/prescriptions.ts'
import { gatherContinuedVisit } from '../workflows/gather-continued-visit.ts'
import { gatherWriting } from '../workflows/gather-writing.ts'

export const changePrescription = operation<PrescriptionsContext>()('changePrescription', {
  gather: async ({ path, body }, ports, context) => {
    const encrypted = await readEncryptedPrescription(context.db, context, path.prescriptionId)
    const { id, patient_id: patientId, practitioner_id: author, follows } = encrypted
    context.access.requireOwner([author])
    const own = follows === null ? [id] : [id, follows]
    const [before, loaded] = await Promise.all([
      decryptPrescription(context.db, context, encrypted),
      gatherWriting(ports, context, patientId, body, { own, author }),
    ])
    const visitId = loaded.visit?.visitId ?? null
    // A draft that no longer names its visit still continues it.
    const continuedVisitId = await gatherContinuedVisit(ports, context, { ...before, visitId }, before)
    return { before, ...loaded, place: { visitId, continuedVisitId } }
  },
  decide: ({ body }, { before, writing, place, practitioners }, context) => {
    const after = redraft(before, writing, body.version, place)
    return {
      writes: [prescriptions.replace(after, before, after.content)],
      events: [draftSaved(after)],
      answer: { status: 200, body: presentWithHistory(context, after, practitioners, []) },
    }
  },
})
