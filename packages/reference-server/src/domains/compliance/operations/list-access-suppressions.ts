import { operation } from '../../../platform/contracts/operation.ts'
import { pageOf, readPageQuery } from '../../../platform/database/ids/page-cursor.ts'
import type { ComplianceContext } from '../ports.ts'
import { presentSuppression } from '../presenters/present-access-cases.ts'
import { listSuppressions } from '../store/access-suppressions.ts'
import { namesOfMembers } from '../workflows/gather-case.ts'

export const listAccessSuppressions = operation<ComplianceContext>()('listAccessSuppressions', {
  read: async ({ query }, _, context, ports) => {
    const page = readPageQuery(query)
    const { items, nextCursor } = pageOf(await listSuppressions(context.db, context, page), page)
    const people = items.flatMap(({ memberId, createdBy }) => [memberId, createdBy])
    const names = await namesOfMembers(context, ports, people)
    return { status: 200, body: { items: items.map((each) => presentSuppression(each, names)), nextCursor } }
  },
})
