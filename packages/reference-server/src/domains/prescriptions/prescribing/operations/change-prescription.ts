import { operation } from '../../../../platform/contracts/operation.ts'
import { draftSaved } from '../../events.ts'
import { redraft } from '../model/write-prescription.ts'
import type { PrescriptionsContext } from '../../ports.ts'
import { versionConflict } from '../../problems.ts'
import { updatePrescription } from '../store/prescription-steps.ts'
import { readFacts, readPrescription } from '../../kernel/store/prescriptions.ts'
import { answerOfPrescription, summariesFor } from '../workflows/answer-of-prescription.ts'
import { gatherWriting } from '../workflows/gather-writing.ts'

export const changePrescription = operation<PrescriptionsContext>()('changePrescription', {
  gather: async ({ path, body }, ports, reading) => {
    const { id, patientId, practitionerId, follows } = await readFacts(reading.db, reading, path.prescriptionId)
    reading.access.requireOwner([practitionerId])
    const own = follows === null ? [id] : [id, follows]
    const atHand = await gatherWriting(ports, reading, patientId, body, own)
    return { ...atHand, practitioners: await summariesFor(ports, reading, [practitionerId]) }
  },
  keep: async ({ path, body }, { writing, visit, practitioners }, keeping) => {
    const before = await readPrescription(keeping.tx, keeping, path.prescriptionId, 'lock')
    const after = redraft(before, writing, body.version, visit?.visitId ?? null)
    if (!(await updatePrescription(keeping.tx, keeping, before, after))) throw versionConflict()
    await keeping.emit(draftSaved(after))
    return { status: 200, body: await answerOfPrescription(keeping.tx, keeping, after, practitioners) }
  },
})
