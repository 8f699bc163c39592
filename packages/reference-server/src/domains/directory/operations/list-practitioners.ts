import { operation } from '../../../platform/contracts/operation.ts'
import { presentPractitionerSummary } from '../model/practitioner.ts'
import { findPractitioners } from '../store/find-practitioners.ts'
import { pageOf, readPageQuery } from '../../../platform/database/ids/page-cursor.ts'

export const listPractitioners = operation()('listPractitioners', {
  read: async ({ query: { cursor, limit, ...filter } }, _, { db, now }) => {
    const page = readPageQuery({ cursor, limit })
    const { items, nextCursor } = pageOf(await findPractitioners(db, filter, now, page), page)
    return {
      status: 200,
      body: { items: items.map((practitioner) => presentPractitionerSummary(practitioner, now)), nextCursor },
    }
  },
})
