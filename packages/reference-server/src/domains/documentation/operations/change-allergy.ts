import { operation } from '../../../platform/contracts/operation.ts'
import { allergyChanged } from '../events.ts'
import { changeStatus } from '../model/allergy.ts'
import type { DocumentationContext } from '../ports.ts'
import { readAllergy, updateAllergy } from '../store/allergies.ts'
import { answerOfAllergy } from '../presenters/answer-of-allergy.ts'

export const changeAllergy = operation<DocumentationContext>()('changeAllergy', {
  keep: async ({ path: { patientId, allergyId }, body }, _, keeping) => {
    const { tx, emit } = keeping
    const before = await readAllergy(tx, keeping, patientId, allergyId)
    const after = changeStatus(before, body.status, body.version)
    if (after === null) return { status: 200, body: answerOfAllergy(before) }
    await updateAllergy(tx, keeping, after)
    await emit(allergyChanged(patientId, after.id))
    return { status: 200, body: answerOfAllergy(after) }
  },
})
