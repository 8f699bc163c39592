import { operation } from '../../../platform/contracts/operation.ts'
import { listMembers as readMembers } from '../store/members.ts'
import { pageOf, placeOf } from '../../../platform/database/ids/page-of-ids.ts'

export const listMembers = operation()('listMembers', {
  read: async ({ query }, _, { db }) => {
    const place = placeOf(query)
    return { status: 200, body: pageOf(await readMembers(db, place), place) }
  },
})
