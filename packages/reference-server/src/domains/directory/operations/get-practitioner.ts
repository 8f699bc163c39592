import { operation } from '../../../platform/contracts/operation.ts'
import { readPractitioner } from '../store/practitioners.ts'

export const getPractitioner = operation()('getPractitioner', {
  read: async ({ path }, _, { db }) => ({ status: 200, body: await readPractitioner(db, path.practitionerId) }),
})
