import { operation } from '../../../../platform/contracts/operation.ts'
import { draftSaved } from '../../events.ts'
import { redraft } from '../model/write-prescription.ts'
import type { PrescriptionsContext } from '../../ports.ts'
import { versionConflict } from '../../problems.ts'
import { updatePrescription } from '../store/prescription-steps.ts'
import { readPrescriptionFacts, readPrescription } from '../../kernel/store/prescriptions.ts'
import { readPresentedPrescription, gatherPractitionerSummaries } from '../workflows/read-presented-prescriptions.ts'
import { gatherWriting } from '../workflows/gather-writing.ts'

export const changePrescription = operation<PrescriptionsContext>()('changePrescription', {
  gather: async ({ path, body }, ports, context) => {
    const { id, patientId, practitionerId, follows } = await readPrescriptionFacts(
      context.db,
      context,
      path.prescriptionId,
    )
    context.access.requireOwner([practitionerId])
    const own = follows === null ? [id] : [id, follows]
    const loaded = await gatherWriting(ports, context, patientId, body, own)
    return { ...loaded, practitioners: await gatherPractitionerSummaries(ports, context, [practitionerId]) }
  },
  keep: async ({ path, body }, { writing, visit, practitioners }, context) => {
    const before = await readPrescription(context.tx, context, path.prescriptionId, 'for-update')
    const after = redraft(before, writing, body.version, visit?.visitId ?? null)
    if (!(await updatePrescription(context.tx, context, before, after))) throw versionConflict()
    await context.emit(draftSaved(after))
    return { status: 200, body: await readPresentedPrescription(context.tx, context, after, practitioners) }
  },
})
