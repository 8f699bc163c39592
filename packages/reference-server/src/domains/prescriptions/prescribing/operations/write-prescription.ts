import { operation } from '../../../../platform/contracts/operation.ts'
import { draftSaved } from '../../events.ts'
import { draft } from '../model/write-prescription.ts'
import type { PrescriptionsContext } from '../../ports.ts'
import { presentWithHistory } from '../presenters/present-with-history.ts'
import { prescriptions } from '../../kernel/store/prescriptions.ts'
import { gatherContinuedVisit } from '../workflows/gather-continued-visit.ts'
import { gatherWriting } from '../workflows/gather-writing.ts'

export const writePrescription = operation<PrescriptionsContext>()('writePrescription', {
  gather: async ({ path, body }, ports, context) => {
    const loaded = await gatherWriting(ports, context, path.patientId, body, { own: [] })
    const { practitionerId } = loaded
    const visitId = loaded.visit?.visitId ?? null
    const { patientId } = path
    const place = { patientId, practitionerId, visitId }
    return { ...loaded, place: { ...place, continuedVisitId: await gatherContinuedVisit(ports, context, place, null) } }
  },
  decide: (_, { writing, place, practitioners }, context) => {
    const written = draft(writing, { id: context.newId(), ...place, follows: null })
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
