import { operation } from '../../../platform/contracts/operation.ts'
import { allergyChanged } from '../events.ts'
import type { Allergy, AllergyContent } from '../model/allergy.ts'
import type { DocumentationContext } from '../ports.ts'
import { allergies, recordAllergyReview } from '../store/allergies.ts'
import { presentAllergy } from '../presenters/present-allergy.ts'

export const addAllergy = operation<DocumentationContext>()('addAllergy', {
  gather: async ({ path }, { directory }, context) => {
    await directory.patient(context, path.patientId)
  },
  decide: ({ path: { patientId }, body }, _, { now, newId }) => {
    const { substance, reaction, severity } = body
    const content: AllergyContent = { substance, ...(reaction !== undefined && { reaction }), severity }
    const allergy: Allergy = { id: newId(), patientId, ...content, status: 'active', notedAt: now, version: 1 }
    return {
      writes: [allergies.insert(allergy, content), recordAllergyReview(patientId, now)],
      events: [allergyChanged(patientId, allergy.id)],
      answer: {
        status: 201,
        headers: { location: `/v1/patients/${patientId}/allergies` },
        body: presentAllergy(allergy),
      },
    }
  },
})
