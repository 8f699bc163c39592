import { pageOf, readPageQuery } from '../../../platform/database/ids/page-cursor.ts'
import { personUuidOf } from '../../../platform/database/ids/require-uuid.ts'
import { operation } from '../../../platform/contracts/operation.ts'
import { listCareTeams as readCareTeams } from '../store/care-teams.ts'

export const listCareTeams = operation()('listCareTeams', {
  read: async ({ query }, _, { db, caller, access }) => {
    const page = readPageQuery(query)
    const { practitionerId } = caller
    const filter = {
      active: query.active !== false,
      of: access.reach === 'organization' ? null : { memberId: personUuidOf(caller), practitionerId },
    }
    return { status: 200, body: pageOf(await readCareTeams(db, filter, page), page) }
  },
})
