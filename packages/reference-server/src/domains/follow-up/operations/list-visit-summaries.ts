import { operation } from '../../../platform/contracts/operation.ts'
import type { FollowUpContext } from '../ports.ts'
import { pageOf, readCursor } from '../store/page-cursor.ts'
import { listSummaries } from '../store/summaries.ts'

export const listVisitSummaries = operation<FollowUpContext>()('listVisitSummaries', {
  gather: async ({ path }, { directory }, context) => {
    await directory.actingFor(context, path.patientId, 'record')
    await directory.patientZone(context, path.patientId)
  },
  read: async ({ path: { patientId }, query }, _, context, { directory }) => {
    const { limit = 50 } = query
    const fetched = await listSummaries(context.db, context, patientId, readCursor(query.cursor), limit + 1)
    const { items, nextCursor } = pageOf(fetched, limit, ({ visitAt, visitId }) => ({ time: visitAt, id: visitId }))
    const practitioners = await directory.practitionerSummaries(context, [
      ...new Set(items.map(({ practitionerId }) => practitionerId)),
    ])
    return {
      status: 200,
      body: {
        patientId,
        items: items.flatMap(({ visitId, visitAt, visitTypeName, practitionerId, publishedAt }) => {
          const practitioner = practitioners.get(practitionerId)
          return practitioner && publishedAt
            ? [
                {
                  visitId,
                  visitAt: visitAt.toISOString(),
                  visitTypeName,
                  practitioner,
                  publishedAt: publishedAt.toISOString(),
                },
              ]
            : []
        }),
        nextCursor,
      },
    }
  },
})
