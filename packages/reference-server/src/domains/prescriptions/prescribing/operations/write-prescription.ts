import { operation } from '../../../../platform/contracts/operation.ts'
import { draftSaved } from '../../events.ts'
import { draft } from '../model/write-prescription.ts'
import type { PrescriptionsContext } from '../../ports.ts'
import { insertPrescription } from '../../kernel/store/prescriptions.ts'
import { readPresentedPrescription } from '../workflows/read-presented-prescriptions.ts'
import { gatherWriting } from '../workflows/gather-writing.ts'

export const writePrescription = operation<PrescriptionsContext>()('writePrescription', {
  gather: ({ path, body }, ports, context) => gatherWriting(ports, context, path.patientId, body, []),
  keep: async ({ path: { patientId } }, { writing, visit, practitionerId, practitioners }, context) => {
    const visitId = visit?.visitId ?? null
    const written = draft(writing, { id: context.newId(), patientId, practitionerId, visitId, follows: null })
    await insertPrescription(context.tx, context, written)
    await context.emit(draftSaved(written))
    return {
      status: 201,
      headers: { location: `/v1/prescriptions/${written.id}` },
      body: await readPresentedPrescription(context.tx, context, written, practitioners),
    }
  },
})
