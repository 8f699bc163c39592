import { operation } from '../../../platform/contracts/operation.ts'
import { carePlanChanged } from '../events.ts'
import { presentCarePlan, replaceCarePlan } from '../model/care-plan.ts'
import type { FollowUpContext } from '../ports.ts'
import { readCarePlan, writeCarePlan } from '../store/care-plans.ts'

export const putCarePlan = operation<FollowUpContext>()('putCarePlan', {
  gather: async ({ path }, { directory }, context) => {
    await directory.patientZone(context, path.patientId)
    return readCarePlan(context.db, context, path.patientId)
  },
  decide: ({ body }, before, { now }) => {
    const after = replaceCarePlan(before, body, now)
    return {
      writes: [writeCarePlan(after, before)],
      events: [carePlanChanged(after)],
      answer: { status: 200, body: presentCarePlan(after) },
    }
  },
})
