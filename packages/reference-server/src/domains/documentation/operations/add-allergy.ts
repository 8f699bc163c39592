import { operation } from '../../../platform/contracts/operation.ts'
import { allergyChanged } from '../events.ts'
import type { Allergy } from '../model/allergy.ts'
import type { DocumentationContext } from '../ports.ts'
import { insertAllergy, noteAsked } from '../store/allergies.ts'
import { answerOfAllergy } from '../presenters/answer-of-allergy.ts'

export const addAllergy = operation<DocumentationContext>()('addAllergy', {
  gather: async ({ path }, { directory }, reading) => {
    await directory.patient(reading, path.patientId)
  },
  keep: async ({ path: { patientId }, body }, _, keeping) => {
    const { tx, caller, now, newId, emit } = keeping
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
    await insertAllergy(tx, keeping, allergy)
    await noteAsked(tx, caller.organizationId, patientId, now)
    await emit(allergyChanged(patientId, allergy.id))
    return {
      status: 201,
      headers: { location: `/v1/patients/${patientId}/allergies` },
      body: answerOfAllergy(allergy),
    }
  },
})
