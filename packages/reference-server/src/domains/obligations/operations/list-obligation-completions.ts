import { operation } from '../../../platform/contracts/operation.ts'
import { pageOf, readPageQuery } from '../../../platform/database/ids/page-cursor.ts'
import type { ObligationContext } from '../ports.ts'
import { presentCompletion } from '../presenters/present-obligation.ts'
import { listCompletions, readObligation } from '../store/obligations.ts'

export const listObligationCompletions = operation<ObligationContext>()('listObligationCompletions', {
  read: async ({ path, query }, _, context, { directory }) => {
    const { id } = await readObligation(context.db, path.obligationId)
    const page = readPageQuery(query)
    const { items, nextCursor } = pageOf(await listCompletions(context.db, id, page), page)
    const members = items.map(({ recordedBy }) => ({ kind: 'member' as const, id: recordedBy }))
    const names = await directory.actorNames(context, members, [])
    return { status: 200, body: { items: items.map((each) => presentCompletion(each, names)), nextCursor } }
  },
})
