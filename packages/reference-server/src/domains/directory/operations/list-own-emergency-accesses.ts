import { operation } from '../../../platform/contracts/operation.ts'
import { presentEmergencyAccess } from '../presenters/present-emergency-access.ts'
import { listOpenEmergencyAccesses } from '../store/emergency-accesses.ts'

export const listOwnEmergencyAccesses = operation()('listOwnEmergencyAccesses', {
  read: async (_, __, { db, caller, now }) => ({
    status: 200,
    body: { items: (await listOpenEmergencyAccesses(db, caller.personId, now)).map(presentEmergencyAccess) },
  }),
})
