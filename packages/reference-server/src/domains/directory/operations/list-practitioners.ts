import { operation } from '../../../platform/contracts/operation.ts'
import { summarizePractitioner } from '../model/practitioner.ts'
import { findPractitioners } from '../store/find-practitioners.ts'
import { pageOf, placeOf } from '../../../platform/database/ids/page-of-ids.ts'

export const listPractitioners = operation()('listPractitioners', {
  read: async ({ query: { cursor, limit, ...filter } }, _, { db, now }) => {
    const place = placeOf({ cursor, limit })
    const { items, nextCursor } = pageOf(await findPractitioners(db, filter, now, place), place)
    return {
      status: 200,
      body: { items: items.map((practitioner) => summarizePractitioner(practitioner, now)), nextCursor },
    }
  },
})
