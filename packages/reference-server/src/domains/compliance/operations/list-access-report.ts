import { operation } from '../../../platform/contracts/operation.ts'
import { readPageQuery } from '../../../platform/database/ids/page-cursor.ts'
import type { CompliancePorts } from '../ports.ts'
import { readAccessReport } from '../workflows/read-access-report.ts'

/** Includes earlier reads of the report: reading it is recorded, for each patient whose rows it shows. */
export const listAccessReport = operation<CompliancePorts>()('listAccessReport', {
  read: async ({ query }, _, context, ports) => ({
    status: 200,
    body: await readAccessReport(query, readPageQuery(query), context, ports),
  }),
})
