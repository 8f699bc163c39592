import { operation } from '../../../platform/contracts/operation.ts'
import { pageOf, readPageQuery } from '../../../platform/database/ids/page-cursor.ts'
import type { ComplianceContext } from '../ports.ts'
import { presentFact } from '../presenters/present-access-cases.ts'
import { listFacts } from '../store/monitor-facts.ts'
import { namesOfMembers } from '../workflows/gather-case.ts'

export const listMonitorFacts = operation<ComplianceContext>()('listMonitorFacts', {
  read: async ({ query }, _, context, ports) => {
    const page = readPageQuery(query)
    const { items, nextCursor } = pageOf(await listFacts(context.db, page), page)
    const [patients, names] = await Promise.all([
      ports.directory.patientSummaries(context, [...new Set(items.map(({ patientId }) => patientId))]),
      namesOfMembers(
        context,
        ports,
        items.map(({ memberId }) => memberId),
      ),
    ])
    return {
      status: 200,
      body: { items: items.map((fact) => presentFact(fact, patients.get(fact.patientId), names)), nextCursor },
    }
  },
})
