import { operation } from '../../../platform/contracts/operation.ts'
import { conditionChanged } from '../events.ts'
import { changeConditionStatus } from '../model/condition.ts'
import type { DocumentationContext } from '../ports.ts'
import { readCondition, updateCondition } from '../store/conditions.ts'
import { answerOfCondition } from '../presenters/answer-of-condition.ts'

export const changeCondition = operation<DocumentationContext>()('changeCondition', {
  keep: async ({ path: { patientId, conditionId }, body }, _, keeping) => {
    const { tx, now, emit } = keeping
    const before = await readCondition(tx, keeping, patientId, conditionId)
    const after = changeConditionStatus(before, body.status, body.version, now)
    if (after === null) return { status: 200, body: answerOfCondition(before) }
    await updateCondition(tx, keeping, after)
    await emit(conditionChanged(patientId, after.id))
    return { status: 200, body: answerOfCondition(after) }
  },
})
