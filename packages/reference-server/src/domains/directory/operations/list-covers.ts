import { knownId } from '../../../platform/database/ids/known-id.ts'
import { pageOf, placeOf } from '../../../platform/database/ids/page-of-ids.ts'
import { operation } from '../../../platform/contracts/operation.ts'
import { listCovers as readCovers } from '../store/covers.ts'
import { presentCover } from '../presenters/present-cover.ts'

export const listCovers = operation()('listCovers', {
  read: async ({ query: { practitionerId, coveredBy, active, ...page } }, _, { db, now }) => {
    const place = placeOf(page)
    const filter = {
      practitionerId: practitionerId === undefined ? undefined : knownId(practitionerId),
      coveredBy: coveredBy === undefined ? undefined : knownId(coveredBy),
      notOverAt: active === false ? null : now,
    }
    const { items, nextCursor } = pageOf(await readCovers(db, filter, place), place)
    return { status: 200, body: { items: items.map(presentCover), nextCursor } }
  },
})
