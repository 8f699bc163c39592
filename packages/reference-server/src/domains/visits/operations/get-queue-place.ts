import { operation } from '../../../platform/http/operation.ts'
import { placeInLine } from '../model/queue-place.ts'
import type { VisitsContext } from '../ports.ts'
import { readVisitFacts } from '../store/visits.ts'
import { gatherLine, placeOf } from './gather-line.ts'

export const getQueuePlace = operation<VisitsContext>()('getQueuePlace', {
  gather: async ({ path }, ports, reading) => {
    const visit = await readVisitFacts(reading.db, reading, path.visitId)
    await ports.directory.actingFor(reading, visit.patientId, 'visit')
    return { visit, line: await gatherLine(ports, reading, visit.practitionerId) }
  },
  read: async (_, { visit, line }, { access, caller, now }, { presence }) => {
    access.touch(visit.patientId)
    if (visit.status === 'waiting') presence.saw(caller.organizationId, 'visit', visit.id, now)
    return {
      status: 200,
      body: {
        visitId: visit.id,
        patientId: visit.patientId,
        status: visit.status,
        ...placeInLine(line, placeOf(visit), now),
        updatedAt: now.toISOString(),
      },
    }
  },
})
