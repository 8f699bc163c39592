import { operation } from '../../../platform/contracts/operation.ts'
import { pageOf, readPageQuery } from '../../../platform/database/ids/page-cursor.ts'
import { dueBeforeDay } from '../model/retention.ts'
import type { ComplianceContext } from '../ports.ts'
import { presentDueRecord } from '../presenters/present-retention.ts'
import { listDue } from '../store/retained-records.ts'
import { gatherRules } from '../workflows/gather-retained.ts'

export const listDueRecords = operation<ComplianceContext>()('listDueRecords', {
  read: async ({ query }, _, context, ports) => {
    const page = readPageQuery(query)
    const { today, years } = await gatherRules(context, ports)
    const { items, nextCursor } = pageOf(await listDue(context.db, dueBeforeDay(today, years), page), page)
    const patients = await ports.directory.patientSummaries(
      context,
      items.map(({ id }) => id),
    )
    return {
      status: 200,
      body: { items: items.map((each) => presentDueRecord(each, years, patients.get(each.id))), nextCursor },
    }
  },
})
