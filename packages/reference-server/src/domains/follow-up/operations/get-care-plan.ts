import { operation } from '../../../platform/contracts/operation.ts'
import { presentCarePlan } from '../model/care-plan.ts'
import type { FollowUpContext } from '../ports.ts'
import { readCarePlan } from '../store/care-plans.ts'

export const getCarePlan = operation<FollowUpContext>()('getCarePlan', {
  gather: async ({ path }, { directory }, context) => {
    await directory.actingFor(context, path.patientId, 'record')
    await directory.patientZone(context, path.patientId)
  },
  read: async ({ path }, _, context) => ({
    status: 200,
    body: presentCarePlan(await readCarePlan(context.db, context, path.patientId)),
  }),
})
