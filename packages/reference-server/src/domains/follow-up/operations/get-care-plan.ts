import { operation } from '../../../platform/contracts/operation.ts'
import { describeCarePlan } from '../model/care-plan.ts'
import type { FollowUpContext } from '../ports.ts'
import { readCarePlan } from '../store/care-plans.ts'

export const getCarePlan = operation<FollowUpContext>()('getCarePlan', {
  gather: async ({ path }, { directory }, reading) => {
    await directory.actingFor(reading, path.patientId, 'record')
    await directory.patientZone(reading, path.patientId)
  },
  read: async ({ path }, _, reading) => ({
    status: 200,
    body: describeCarePlan(await readCarePlan(reading.db, reading, path.patientId)),
  }),
})
