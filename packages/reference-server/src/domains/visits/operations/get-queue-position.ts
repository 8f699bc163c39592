import { operation } from '../../../platform/contracts/operation.ts'
import { queuePosition } from '../model/queue-position.ts'
import type { VisitsContext } from '../ports.ts'
import { readQueueByVisit } from '../store/queue-of-visit.ts'
import { queueOf, queuedPatientOf } from '../workflows/queue-of.ts'

export const getQueuePosition = operation<VisitsContext>()('getQueuePosition', {
  gather: async ({ path }, ports, context) => {
    const found = await readQueueByVisit(context.db, context, path.visitId)
    await ports.directory.actingFor(context, found.visit.patientId, 'visit')
    return { visit: found.visit, line: queueOf(ports, found, context.now) }
  },
  read: async (_, { visit, line: queue }, { access, caller, now }, { presence }) => {
    access.touch(visit.patientId)
    if (visit.status === 'waiting') presence.record(caller.organizationId, 'visit', visit.id, now)
    return {
      status: 200,
      body: {
        visitId: visit.id,
        patientId: visit.patientId,
        status: visit.status,
        ...queuePosition(queue, queuedPatientOf(visit), now),
        updatedAt: now.toISOString(),
      },
    }
  },
})
