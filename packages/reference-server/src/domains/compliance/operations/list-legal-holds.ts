import { operation } from '../../../platform/contracts/operation.ts'
import { pageOf, readPageQuery } from '../../../platform/database/ids/page-cursor.ts'
import { unlessErased } from '../../../platform/problems/unless-erased.ts'
import type { ComplianceContext } from '../ports.ts'
import { presentLegalHold } from '../presenters/present-retention.ts'
import { listHolds } from '../store/legal-holds.ts'
import { namesOfMembers } from '../workflows/gather-case.ts'

/** A released hold of a patient whose record was erased is left out. */
export const listLegalHolds = operation<ComplianceContext>()('listLegalHolds', {
  read: async ({ query }, _, context, ports) => {
    const page = readPageQuery(query)
    const found = await listHolds(context.db, context, query.released ?? false, page)
    const { items, nextCursor } = pageOf(found, page)
    const read = await Promise.all(items.map(({ decrypt }) => unlessErased(decrypt())))
    const holds = read.filter((each) => each !== null)
    const [patients, names] = await Promise.all([
      ports.directory.patientSummaries(context, [...new Set(holds.map(({ patientId }) => patientId))]),
      namesOfMembers(
        context,
        ports,
        holds.flatMap(({ placedBy, releasedBy }) => [placedBy, releasedBy]),
      ),
    ])
    return {
      status: 200,
      body: { items: holds.map((each) => presentLegalHold(each, names, patients.get(each.patientId))), nextCursor },
    }
  },
})
