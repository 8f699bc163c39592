import { operation } from '../../../platform/contracts/operation.ts'
import { placeInLine } from '../model/queue-place.ts'
import type { VisitsContext } from '../ports.ts'
import { readLineOfVisit } from '../store/line-of-visit.ts'
import { lineOf, placeOf } from '../workflows/line-of.ts'

export const getQueuePlace = operation<VisitsContext>()('getQueuePlace', {
  gather: async ({ path }, ports, reading) => {
    const found = await readLineOfVisit(reading.db, reading, path.visitId)
    await ports.directory.actingFor(reading, found.visit.patientId, 'visit')
    return { visit: found.visit, line: lineOf(ports, found, reading.now) }
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
