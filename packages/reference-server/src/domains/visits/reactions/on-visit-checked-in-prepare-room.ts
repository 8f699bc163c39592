import { nothingToDo, onEvent } from '../../../platform/contracts/reaction.ts'
import { Problem } from '../../../platform/problems/problem.ts'
import { providerOfVisit } from '../workflows/provider-of-visit.ts'
import type { VisitsContext } from '../ports.ts'
import { readVisitFacts } from '../store/visits.ts'

/**
 * Creates the room while the patient waits, so that joining does not depend on the vendor's speed or quota. Best effort: when the vendor
 * does not respond now, or would delete a room that is empty, the first person who takes a seat creates it.
 */
export const onVisitCheckedInPrepareRoom = onEvent<VisitsContext>()(
  ['visits.checked-in'],
  'visits.prepare-room-on-check-in',
  {
    gather: async ({ organizationId, data }, ports, context) => {
      const visit = await readVisitFacts(context.db, context, data.visitId)
      if (visit.status === 'ended') return nothingToDo
      try {
        const provider = await providerOfVisit(ports, organizationId, visit)
        const { covered } = provider.capabilities(context.now)
        if (!covered.has('roomsAtVendor') || !covered.has('keepsUnusedRooms')) return nothingToDo
        await ports.roomOfVisit({ provider, organizationId, visit, now: context.now })
        return undefined
      } catch (error) {
        if (error instanceof Problem) return nothingToDo
        throw error
      }
    },
    // The visit has its room by now. The empty change marks the event as consumed.
    decide: () => ({ answer: undefined }),
  },
)
