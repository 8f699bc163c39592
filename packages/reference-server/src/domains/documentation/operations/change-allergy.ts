import { operation } from '../../../platform/contracts/operation.ts'
import { allergyChanged } from '../events.ts'
import { changeStatus } from '../model/allergy.ts'
import type { DocumentationContext } from '../ports.ts'
import { readAllergy, updateAllergy } from '../store/allergies.ts'
import { presentAllergy } from '../presenters/present-allergy.ts'

export const changeAllergy = operation<DocumentationContext>()('changeAllergy', {
  keep: async ({ path: { patientId, allergyId }, body }, _, context) => {
    const { tx, emit } = context
    const before = await readAllergy(tx, context, patientId, allergyId)
    const after = changeStatus(before, body.status, body.version)
    if (after === null) return { status: 200, body: presentAllergy(before) }
    await updateAllergy(tx, context, after)
    await emit(allergyChanged(patientId, after.id))
    return { status: 200, body: presentAllergy(after) }
  },
})
