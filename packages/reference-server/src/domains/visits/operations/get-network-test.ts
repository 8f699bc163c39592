import { operation } from '../../../platform/contracts/operation.ts'
import { requireLive } from '../model/visit.ts'
import type { VisitsContext } from '../ports.ts'
import { readEncryptedVisit } from '../store/visits.ts'

/** The check takes seconds; clocks differ by minutes. */
const validForMs = 5 * 60_000

export const getNetworkTest = operation<VisitsContext>()('getNetworkTest', {
  gather: async ({ path }, ports, context) => {
    const visit = await readEncryptedVisit(context.db, context, path.visitId)
    await ports.directory.actingFor(context, visit.patientId, 'visit')
    requireLive(visit)
    return { visit, holderId: context.newId() }
  },
  read: async (_, { visit: { id, patientId }, holderId }, { access, now }, { video }) => {
    access.touch(patientId)
    const expiresAt = new Date(now.getTime() + validForMs)
    return {
      status: 200,
      body: {
        visitId: id,
        patientId,
        iceServers: video.testServers(holderId, expiresAt).map((server) => ({ ...server, urls: [...server.urls] })),
        expiresAt: expiresAt.toISOString(),
      },
    }
  },
})
