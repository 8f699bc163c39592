import { operation } from '../../../platform/contracts/operation.ts'
import { allergyChanged } from '../events.ts'
import type { Allergy } from '../model/allergy.ts'
import type { DocumentationContext } from '../ports.ts'
import { insertAllergy, recordAllergyReview } from '../store/allergies.ts'
import { presentAllergy } from '../presenters/present-allergy.ts'

export const addAllergy = operation<DocumentationContext>()('addAllergy', {
  gather: async ({ path }, { directory }, context) => {
    await directory.patient(context, path.patientId)
  },
  keep: async ({ path: { patientId }, body }, _, context) => {
    const { tx, caller, now, newId, emit } = context
    const { substance, reaction, severity } = body
    const allergy: Allergy = {
      id: newId(),
      patientId,
      substance,
      ...(reaction !== undefined && { reaction }),
      severity,
      status: 'active',
      notedAt: now,
      version: 1,
    }
    await insertAllergy(tx, context, allergy)
    await recordAllergyReview(tx, caller.organizationId, patientId, now)
    await emit(allergyChanged(patientId, allergy.id))
    return {
      status: 201,
      headers: { location: `/v1/patients/${patientId}/allergies` },
      body: presentAllergy(allergy),
    }
  },
})
