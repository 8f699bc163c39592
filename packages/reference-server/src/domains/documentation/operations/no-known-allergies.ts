import { operation } from '../../../platform/contracts/operation.ts'
import { allergyChanged } from '../events.ts'
import type { DocumentationContext } from '../ports.ts'
import { hasAllergies } from '../problems.ts'
import { recordAllergyReview, requireNoActiveAllergy } from '../store/allergies.ts'

export const noKnownAllergies = operation<DocumentationContext>()('noKnownAllergies', {
  gather: async ({ path }, { directory }, context) => {
    await directory.patient(context, path.patientId)
  },
  // An allergy that is added at the same moment stays active: the patient was asked, and has it.
  decide: ({ path: { patientId } }, _, { now }) => ({
    writes: [requireNoActiveAllergy(patientId), recordAllergyReview(patientId, now)],
    events: [allergyChanged(patientId, null)],
    answer: { status: 200, body: { patientId, asked: true } },
    otherwise: () => {
      throw hasAllergies()
    },
  }),
})
