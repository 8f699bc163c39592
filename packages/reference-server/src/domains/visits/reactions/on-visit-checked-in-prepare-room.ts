import { nothingToDo, onEvents } from '../../../platform/contracts/reaction.ts'
import { Problem } from '../../../platform/problems/problem.ts'
import { hasRoomsAtVendors } from '../workflows/has-rooms-at-vendors.ts'
import { providerOfVisit } from '../workflows/provider-of-visit.ts'
import type { VisitFacts } from '../model/visit.ts'
import type { VisitsContext } from '../ports.ts'
import { listVisitFacts } from '../store/visits.ts'

/**
 * Creates the room while the patient waits, so that joining does not depend on the vendor's speed or quota. Best effort: when the vendor
 * does not respond now, or would delete a room that is empty, the first person who takes a seat creates it.
 */
export const onVisitCheckedInPrepareRoom = onEvents<VisitsContext>()(
  ['visits.checked-in'],
  'visits.prepare-room-on-check-in',
  {
    gather: async (page, ports, { db, now }) => {
      const { organizationId } = page[0]
      const prepare = async (visit: VisitFacts): Promise<readonly string[]> => {
        if (visit.status === 'ended') return []
        try {
          const provider = await providerOfVisit(ports, organizationId, visit)
          const { covered } = provider.capabilities(now)
          if (!covered.has('roomsAtVendor') || !covered.has('keepsUnusedRooms')) return []
          await ports.roomOfVisit({ provider, organizationId, visit, now })
          return [visit.id]
        } catch (error) {
          if (error instanceof Problem) return []
          throw error
        }
      }
      if (!hasRoomsAtVendors(ports, now)) return nothingToDo
      const visits = await listVisitFacts(
        db,
        page.map(({ data }) => data.visitId),
      )
      return (await Promise.all(visits.map(prepare))).flat()
    },
    // The visit has its room by now. The empty change marks the event as consumed.
    decide: ({ data }, prepared) => (prepared.includes(data.visitId) ? { answer: undefined } : nothingToDo),
  },
)
