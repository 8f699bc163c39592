import { requireUuid } from '../../../platform/database/ids/require-uuid.ts'
import { pageOf, readPageQuery } from '../../../platform/database/ids/page-cursor.ts'
import { operation } from '../../../platform/contracts/operation.ts'
import { listCovers as readCovers } from '../store/covers.ts'
import { presentCover } from '../presenters/present-cover.ts'

export const listCovers = operation()('listCovers', {
  read: async ({ query: { practitionerId, coveredBy, active, ...page } }, _, { db, now }) => {
    const place = readPageQuery(page)
    const filter = {
      practitionerId: practitionerId === undefined ? undefined : requireUuid(practitionerId),
      coveredBy: coveredBy === undefined ? undefined : requireUuid(coveredBy),
      notOverAt: active === false ? null : now,
    }
    const { items, nextCursor } = pageOf(await readCovers(db, filter, place), place)
    return { status: 200, body: { items: items.map(presentCover), nextCursor } }
  },
})
