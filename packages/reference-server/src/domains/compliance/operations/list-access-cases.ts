import { operation } from '../../../platform/contracts/operation.ts'
import { pageOf, readPageQuery } from '../../../platform/database/ids/page-cursor.ts'
import type { ComplianceContext } from '../ports.ts'
import { presentCase } from '../presenters/present-access-cases.ts'
import { listCases } from '../store/access-cases.ts'
import { caseReaderOf, namesOfMembers } from '../workflows/gather-case.ts'

export const listAccessCases = operation<ComplianceContext>()('listAccessCases', {
  read: async ({ query: { closed = false, secondLooks = false, ...paging } }, _, context, ports) => {
    const page = readPageQuery(paging)
    const found = await listCases(context.db, await caseReaderOf(context, ports), { closed, secondLooks }, page)
    const { items, nextCursor } = pageOf(found, page)
    const names = await namesOfMembers(
      context,
      ports,
      items.flatMap(({ memberId, assignedTo, closedBy }) => [memberId, assignedTo, closedBy]),
    )
    return { status: 200, body: { items: items.map((each) => presentCase(each, names)), nextCursor } }
  },
})
