import { operation } from '../../../platform/contracts/operation.ts'
import { pageOf, readPageQuery } from '../../../platform/database/ids/page-cursor.ts'
import type { ComplianceContext } from '../ports.ts'
import { presentErasure } from '../presenters/present-retention.ts'
import { listErasures as list } from '../store/erasures.ts'
import { namesOfMembers } from '../workflows/gather-case.ts'

export const listErasures = operation<ComplianceContext>()('listErasures', {
  read: async ({ query }, _, context, ports) => {
    const page = readPageQuery(query)
    const { items, nextCursor } = pageOf(await list(context.db, page), page)
    for (const { patientId } of items) context.access.touch(patientId)
    const names = await namesOfMembers(
      context,
      ports,
      items.map(({ approvedBy }) => approvedBy),
    )
    return { status: 200, body: { items: items.map((each) => presentErasure(each, names)), nextCursor } }
  },
})
