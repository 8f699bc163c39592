import { operation } from '../../../platform/contracts/operation.ts'
import type { LabsContext } from '../ports.ts'
import { readRankedPlace, writeRankedPlace } from '../store/ranked-place.ts'
import { waitingResults } from '../store/results.ts'
import { answersOfResults } from '../workflows/answers-of-results.ts'

export const listWaitingLabResults = operation<LabsContext>()('listWaitingLabResults', {
  read: async ({ query }, _, reading, ports) => {
    const { limit = 50, critical } = query
    if (query.practitionerId !== undefined) {
      await ports.directory.practitioner(reading, query.practitionerId)
      reading.access.requireOwner([query.practitionerId])
    }
    const practitionerId = query.practitionerId ?? reading.caller.practitionerId
    const filter = { practitionerId, critical }
    const { items, next } = await waitingResults(reading.db, reading, filter, readRankedPlace(query.cursor), limit)
    const patients = await ports.directory.patientSummaries(reading, [
      ...new Set(items.map(({ patientId }) => patientId)),
    ])
    return {
      status: 200,
      body: {
        items: await answersOfResults(ports, reading, items, patients),
        nextCursor: writeRankedPlace(next),
      },
    }
  },
})
