import { nothingToDo, onEvent } from '../../../platform/contracts/reaction.ts'
import { Problem } from '../../../platform/problems/problem.ts'
import { withRoom } from '../model/visit.ts'
import { providerOfVisit, roomOfVisit } from '../workflows/room-of-visit.ts'
import type { VisitsContext } from '../ports.ts'
import { readVisitFacts, visitChange } from '../store/visits.ts'

/**
 * Makes the room while the patient waits, so that joining does not depend on the vendor's speed or quota. Only ahead of time: when the
 * vendor does not answer now, the first who takes a seat asks again.
 */
export const onVisitCheckedInPrepareRoom = onEvent<VisitsContext>()(
  ['visits.checked-in'],
  'visits.prepare-room-on-check-in',
  {
    gather: async ({ organizationId, data }, ports, reading) => {
      const visit = await readVisitFacts(reading.db, reading, data.visitId)
      if (visit.status === 'ended') return nothingToDo
      try {
        const provider = await providerOfVisit(ports, organizationId, visit)
        if (!provider.capabilities.ownRooms) return nothingToDo
        return await roomOfVisit(provider, visit, ports.policy.roomHours, reading.now)
      } catch (error) {
        if (error instanceof Problem) return nothingToDo
        throw error
      }
    },
    keep: async ({ data }, room, keeping) => {
      const visit = await readVisitFacts(keeping.tx, keeping, data.visitId, 'lock')
      keeping.beside(await visitChange(keeping.tx, keeping, visit, withRoom(visit, room)))
    },
  },
)
