import { operation } from '../../../platform/contracts/operation.ts'
import { listMembers as readMembers } from '../store/members.ts'
import { pageOf, readPageQuery } from '../../../platform/database/ids/page-cursor.ts'

export const listMembers = operation()('listMembers', {
  read: async ({ query }, _, { db }) => {
    const page = readPageQuery(query)
    return { status: 200, body: pageOf(await readMembers(db, page), page) }
  },
})
