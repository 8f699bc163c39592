import { operation } from '../../../platform/contracts/operation.ts'
import { allergyChanged } from '../events.ts'
import { changeStatus } from '../model/allergy.ts'
import type { DocumentationContext } from '../ports.ts'
import { allergies, readAllergy } from '../store/allergies.ts'
import { presentAllergy } from '../presenters/present-allergy.ts'

export const changeAllergy = operation<DocumentationContext>()('changeAllergy', {
  gather: ({ path: { patientId, allergyId } }, _, context) => readAllergy(context.db, context, patientId, allergyId),
  decide: ({ path: { patientId }, body }, before) => {
    const after = changeStatus(before, body.status, body.version)
    if (after === null) return { answer: { status: 200, body: presentAllergy(before) } }
    return {
      writes: [allergies.replace(after, before)],
      events: [allergyChanged(patientId, after.id)],
      answer: { status: 200, body: presentAllergy(after) },
    }
  },
})
