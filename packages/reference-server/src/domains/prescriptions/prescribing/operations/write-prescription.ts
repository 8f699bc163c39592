import { operation } from '../../../../platform/contracts/operation.ts'
import { draftSaved } from '../../events.ts'
import { draft } from '../model/write-prescription.ts'
import type { PrescriptionsContext } from '../../ports.ts'
import { insertPrescription } from '../../kernel/store/prescriptions.ts'
import { answerOfPrescription } from '../workflows/answer-of-prescription.ts'
import { gatherWriting } from '../workflows/gather-writing.ts'

export const writePrescription = operation<PrescriptionsContext>()('writePrescription', {
  gather: ({ path, body }, ports, reading) => gatherWriting(ports, reading, path.patientId, body, []),
  keep: async ({ path: { patientId } }, { writing, visit, practitionerId, practitioners }, keeping) => {
    const visitId = visit?.visitId ?? null
    const written = draft(writing, { id: keeping.newId(), patientId, practitionerId, visitId, follows: null })
    await insertPrescription(keeping.tx, keeping, written)
    await keeping.emit(draftSaved(written))
    return {
      status: 201,
      headers: { location: `/v1/prescriptions/${written.id}` },
      body: await answerOfPrescription(keeping.tx, keeping, written, practitioners),
    }
  },
})
