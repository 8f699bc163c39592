import { operation } from '../../../platform/contracts/operation.ts'
import { carePlanChanged } from '../events.ts'
import { describeCarePlan, replaceCarePlan } from '../model/care-plan.ts'
import type { FollowUpContext } from '../ports.ts'
import { versionConflict } from '../problems.ts'
import { keepCarePlan, readCarePlan } from '../store/care-plans.ts'

export const putCarePlan = operation<FollowUpContext>()('putCarePlan', {
  gather: async ({ path }, { directory }, reading) => {
    await directory.patientZone(reading, path.patientId)
  },
  keep: async ({ path, body }, _, keeping) => {
    const before = await readCarePlan(keeping.tx, keeping, path.patientId, 'lock')
    const after = replaceCarePlan(before, body, keeping.now)
    // Two first plans at once: there was no row to lock, and the later one is told here.
    if (!(await keepCarePlan(keeping.tx, keeping, after))) throw versionConflict()
    await keeping.emit(carePlanChanged(after))
    return { status: 200, body: describeCarePlan(after) }
  },
})
