import { operation } from '../../../platform/contracts/operation.ts'
import { notFound } from '../../../platform/problems/problem.ts'
import { emergencyAccessEnded } from '../events.ts'
import { endEmergencyAccess as end } from '../model/emergency-access.ts'
import { presentEmergencyAccess } from '../presenters/present-emergency-access.ts'
import { emergencyAccesses, readEmergencyAccess } from '../store/emergency-accesses.ts'

export const endEmergencyAccess = operation()('endEmergencyAccess', {
  gather: ({ path }, _, context) => readEmergencyAccess(context.db, context, path.emergencyAccessId),
  decide: (_, before, { caller, now }) => {
    if (before.memberId !== caller.personId) throw notFound('emergency_access_unknown')
    const after = end(before, now)
    return {
      writes: [emergencyAccesses.replace(after, before)],
      events: [emergencyAccessEnded(after)],
      answer: { status: 200, body: presentEmergencyAccess({ ...after, openedByName: before.openedByName }) },
    }
  },
})
