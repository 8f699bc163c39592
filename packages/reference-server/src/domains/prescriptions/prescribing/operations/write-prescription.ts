import { operation } from '../../../../platform/contracts/operation.ts'
import { draftSaved } from '../../events.ts'
import { draft } from '../model/write-prescription.ts'
import type { PrescriptionsContext } from '../../ports.ts'
import { presentWithHistory } from '../presenters/present-with-history.ts'
import { prescriptions } from '../../kernel/store/prescriptions.ts'
import { gatherWriting } from '../workflows/gather-writing.ts'

export const writePrescription = operation<PrescriptionsContext>()('writePrescription', {
  gather: ({ path, body }, ports, context) => gatherWriting(ports, context, path.patientId, body, { own: [] }),
  decide: ({ path: { patientId } }, { writing, visit, practitionerId, practitioners }, context) => {
    const visitId = visit?.visitId ?? null
    const written = draft(writing, { id: context.newId(), patientId, practitionerId, visitId, follows: null })
    return {
      writes: [prescriptions.insert(written, written.content)],
      events: [draftSaved(written)],
      answer: {
        status: 201,
        headers: { location: `/v1/prescriptions/${written.id}` },
        body: presentWithHistory(context, written, practitioners, []),
      },
    }
  },
})
