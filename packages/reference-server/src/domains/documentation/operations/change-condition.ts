import { operation } from '../../../platform/contracts/operation.ts'
import { conditionChanged } from '../events.ts'
import { changeConditionStatus } from '../model/condition.ts'
import type { DocumentationContext } from '../ports.ts'
import { conditions, readCondition } from '../store/conditions.ts'
import { presentCondition } from '../presenters/present-condition.ts'

export const changeCondition = operation<DocumentationContext>()('changeCondition', {
  gather: ({ path: { patientId, conditionId } }, _, context) =>
    readCondition(context.db, context, patientId, conditionId),
  decide: ({ path: { patientId }, body }, before, { now }) => {
    const after = changeConditionStatus(before, body.status, body.version, now)
    if (after === null) return { answer: { status: 200, body: presentCondition(before) } }
    return {
      writes: [conditions.replace(after, before)],
      events: [conditionChanged(patientId, after.id)],
      answer: { status: 200, body: presentCondition(after) },
    }
  },
})
