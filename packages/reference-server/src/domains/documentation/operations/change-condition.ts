import { operation } from '../../../platform/contracts/operation.ts'
import { conditionChanged } from '../events.ts'
import { changeConditionStatus } from '../model/condition.ts'
import type { DocumentationContext } from '../ports.ts'
import { readCondition, updateCondition } from '../store/conditions.ts'
import { presentCondition } from '../presenters/present-condition.ts'

export const changeCondition = operation<DocumentationContext>()('changeCondition', {
  keep: async ({ path: { patientId, conditionId }, body }, _, context) => {
    const { tx, now, emit } = context
    const before = await readCondition(tx, context, patientId, conditionId)
    const after = changeConditionStatus(before, body.status, body.version, now)
    if (after === null) return { status: 200, body: presentCondition(before) }
    await updateCondition(tx, context, after)
    await emit(conditionChanged(patientId, after.id))
    return { status: 200, body: presentCondition(after) }
  },
})
