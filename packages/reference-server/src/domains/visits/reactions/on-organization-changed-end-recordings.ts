import { nothingToDo, onEvent } from '../../../platform/contracts/reaction.ts'
import type { VisitsContext } from '../ports.ts'
import { listVisitsToRecord } from '../store/visit-and-seats.ts'
import { endRecording } from '../workflows/decide-recording-answer.ts'
import { gatherInvited } from '../workflows/notify-guests.ts'

/**
 * An organization that records no calls any more: each recording that is under way ends for everyone, and no question waits for an answer. If
 * it is turned on again, everyone is asked again.
 */
export const onOrganizationChangedEndRecordings = onEvent<VisitsContext>()(
  ['directory.organization-changed'],
  'visits.end-recordings-on-organization-changed',
  {
    gather: async (_, ports, context) => {
      const { callRecording } = await ports.directory.organization(context)
      if (callRecording) return nothingToDo
      const visits = await listVisitsToRecord(context.db)
      if (visits.length === 0) return nothingToDo
      const guests = await gatherInvited(
        context.db,
        visits.map(({ visit }) => visit),
      )
      return { visits, guests }
    },
    decide: (_, { visits, guests }) => {
      const ended = visits.map((each) => endRecording({ ...each, guests }))
      return {
        writes: ended.flatMap(({ writes }) => writes),
        events: ended.flatMap(({ events }) => events),
        answer: undefined,
      }
    },
  },
)
