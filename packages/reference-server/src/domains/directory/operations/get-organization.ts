import { operation } from '../../../platform/contracts/operation.ts'
import { readOrganization } from '../store/organizations.ts'

export const getOrganization = operation()('getOrganization', {
  read: async (_input, _, { db, caller }) => ({ status: 200, body: await readOrganization(db, caller.organizationId) }),
})
