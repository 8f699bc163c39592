import { operation } from '../../../platform/contracts/operation.ts'
import type { FollowUpContext } from '../ports.ts'
import { listOutcomes as findOutcomes } from '../store/outcomes.ts'
import { pageOf, readCursor } from '../store/page-cursor.ts'

export const listOutcomes = operation<FollowUpContext>()('listOutcomes', {
  gather: async ({ path }, { directory }, context) => {
    await directory.actingFor(context, path.patientId, 'record')
    await directory.patientZone(context, path.patientId)
  },
  read: async ({ path: { patientId }, query }, _, context) => {
    const { limit = 50, questionnaire } = query
    const of = { patientId, questionnaire }
    const fetched = await findOutcomes(context.db, context, of, readCursor(query.cursor), limit + 1)
    const { items, nextCursor } = pageOf(fetched, limit, ({ at, id }) => ({ time: at, id }))
    return {
      status: 200,
      body: {
        patientId,
        items: items.map(({ at, score }) => ({ at: at.toISOString(), questionnaire, score })),
        nextCursor,
      },
    }
  },
})
