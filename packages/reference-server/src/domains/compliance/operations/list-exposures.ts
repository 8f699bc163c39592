import { operation } from '../../../platform/contracts/operation.ts'
import { readPageQuery } from '../../../platform/database/ids/page-cursor.ts'
import { personUuidOf } from '../../../platform/database/ids/require-uuid.ts'
import { asListed } from '../model/as-listed.ts'
import type { CompliancePorts } from '../ports.ts'
import { listExposures as readExposures } from '../store/exposures.ts'

/** By patient and not by access: about whom others have to be notified. */
export const listExposures = operation<CompliancePorts>()('listExposures', {
  read: async ({ query }, _, { db, caller }, { settleAccesses }) => {
    await settleAccesses()
    const page = readPageQuery(query)
    const found = await readExposures(db, { ...query, readBy: personUuidOf(caller) }, page)
    const items = found.slice(0, page.take - 1).map(({ patientId, from, to, data }) => ({
      patientId,
      from: from.toISOString(),
      to: to.toISOString(),
      data: data.map(({ entity, action, accesses }) => ({ entity: asListed.entity(entity), action, accesses })),
    }))
    const nextCursor = found.length < page.take ? null : (items.at(-1)?.patientId ?? null)
    return { status: 200, body: { items, nextCursor } }
  },
})
