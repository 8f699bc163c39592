import { operation } from '../../../../platform/contracts/operation.ts'
import { pageOf, readPageQuery } from '../../../../platform/database/ids/page-cursor.ts'
import type { BillingContext } from '../../ports.ts'
import { presentWriteOff } from '../presenters/present-claim-work.ts'
import { listAskedWriteOffs } from '../store/write-offs.ts'
import { gatherNames } from '../workflows/gather-names.ts'

export const listWriteOffs = operation<BillingContext>()('listWriteOffs', {
  read: async ({ query }, _, context, ports) => {
    const page = readPageQuery(query)
    const { items, nextCursor } = pageOf(await listAskedWriteOffs(context.db, context, page), page)
    const [names, patients] = await Promise.all([
      gatherNames(
        ports,
        context,
        items.map(({ askedBy }) => askedBy),
      ),
      ports.directory.patientSummaries(context, [...new Set(items.map(({ patientId }) => patientId))]),
    ])
    const { personId } = context.caller
    return {
      status: 200,
      body: {
        items: items.map((one) => presentWriteOff(one, names, personId, patients.get(one.patientId))),
        nextCursor,
      },
    }
  },
})
