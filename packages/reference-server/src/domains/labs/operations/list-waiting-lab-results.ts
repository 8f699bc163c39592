import { operation } from '../../../platform/contracts/operation.ts'
import type { LabsContext } from '../ports.ts'
import { readRankedCursor, writeRankedCursor } from '../store/ranked-cursor.ts'
import { listResultsAwaitingReview } from '../store/results.ts'
import { presentResults } from '../workflows/present-results.ts'

export const listWaitingLabResults = operation<LabsContext>()('listWaitingLabResults', {
  read: async ({ query }, _, context, ports) => {
    const { limit = 50, critical } = query
    if (query.practitionerId !== undefined) {
      await ports.directory.practitioner(context, query.practitionerId)
      context.access.requireOwner([query.practitionerId])
    }
    const practitionerId = query.practitionerId ?? context.caller.practitionerId
    const filter = { practitionerId, critical }
    const { items, next } = await listResultsAwaitingReview(
      context.db,
      context,
      filter,
      readRankedCursor(query.cursor),
      limit,
    )
    const patients = await ports.directory.patientSummaries(context, [
      ...new Set(items.map(({ patientId }) => patientId)),
    ])
    return {
      status: 200,
      body: {
        items: await presentResults(ports, context, items, patients),
        nextCursor: writeRankedCursor(next),
      },
    }
  },
})
