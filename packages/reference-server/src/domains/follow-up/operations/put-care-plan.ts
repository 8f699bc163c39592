import { operation } from '../../../platform/contracts/operation.ts'
import { carePlanChanged } from '../events.ts'
import { presentCarePlan, replaceCarePlan } from '../model/care-plan.ts'
import type { FollowUpContext } from '../ports.ts'
import { versionConflict } from '../problems.ts'
import { upsertCarePlan, readCarePlan } from '../store/care-plans.ts'

export const putCarePlan = operation<FollowUpContext>()('putCarePlan', {
  gather: async ({ path }, { directory }, context) => {
    await directory.patientZone(context, path.patientId)
  },
  keep: async ({ path, body }, _, context) => {
    const before = await readCarePlan(context.tx, context, path.patientId, 'for-update')
    const after = replaceCarePlan(before, body, context.now)
    // Two first plans at once: there was no row to lock, so the later one is refused here.
    if (!(await upsertCarePlan(context.tx, context, after))) throw versionConflict()
    await context.emit(carePlanChanged(after))
    return { status: 200, body: presentCarePlan(after) }
  },
})
