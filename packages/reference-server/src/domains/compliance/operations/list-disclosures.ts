import { operation } from '../../../platform/contracts/operation.ts'
import { pageOf, readPageQuery } from '../../../platform/database/ids/page-cursor.ts'
import { requireUuid } from '../../../platform/database/ids/require-uuid.ts'
import type { ComplianceContext } from '../ports.ts'
import { presentDisclosure } from '../presenters/present-disclosure.ts'
import { listDisclosures as readDisclosures } from '../store/disclosures.ts'
import { namesInDisclosures } from '../workflows/gather-disclosure.ts'

/** For the person who records them: with what the patient does not read yet, and what it said before. */
export const listDisclosures = operation<ComplianceContext>()('listDisclosures', {
  gather: ({ query }, { directory }, context) => directory.patientZone(context, query.patientId),
  read: async ({ query }, _, context, ports) => {
    const page = readPageQuery(query)
    const { items, nextCursor } = pageOf(await readDisclosures(context, requireUuid(query.patientId), page), page)
    const names = await namesInDisclosures(context, ports, items)
    const shown = items.map((one) => presentDisclosure(one, names))
    return { status: 200, body: { patientId: query.patientId, items: shown, nextCursor } }
  },
})
