import { operation } from '../../../platform/contracts/operation.ts'
import { visitChanged } from '../events.ts'
import { ownSeat, recordingRequestOf } from '../model/recording.ts'
import { requireLive, withRecordingRequest } from '../model/visit.ts'
import type { VisitsContext } from '../ports.ts'
import { presentVisit } from '../presenters/present-visit.ts'
import { noSeat, recordingNotOffered, recordingRequested } from '../problems.ts'
import { seats as seatTable } from '../store/seats.ts'
import { readVisitAndSeats } from '../store/visit-and-seats.ts'
import { replaceVisitFacts } from '../store/visits.ts'
import { gatherVisit } from '../workflows/gather-visit.ts'
import { gatherInvited, notifyGuests } from '../workflows/notify-guests.ts'

export const askToRecord = operation<VisitsContext>()('askToRecord', {
  gather: async ({ path }, ports, context) => {
    const loaded = await gatherVisit(ports, context, await readVisitAndSeats(context.db, context, path.visitId))
    const { callRecording } = await ports.directory.organization(context)
    if (!callRecording) throw recordingNotOffered()
    return { ...loaded, guests: await gatherInvited(context.db, [loaded.visit]) }
  },
  decide: (_, { visit, seats, practitioner, isLicensed, guests }, { caller, now, newId }) => {
    requireLive(visit)
    const seat = ownSeat(seats, caller)
    if (seat.practitionerId === null) throw noSeat()
    const present = (changed: typeof visit, after: typeof seats) =>
      ({ status: 200, body: presentVisit(changed, after, practitioner, isLicensed, caller) }) as const
    const open = recordingRequestOf(visit, seats)
    if (open?.bySeatId === seat.id) return { answer: present(visit, seats) }
    if (open) throw recordingRequested()
    const id = newId()
    const asked = withRecordingRequest(visit, { id, seatId: seat.id, at: now })
    // Asking is a yes.
    const agreed = { ...seat, recordingAgreedTo: id }
    return {
      writes: [replaceVisitFacts(asked, visit), seatTable.replace(agreed, seat)],
      events: [visitChanged(asked), ...notifyGuests(asked, guests)],
      answer: present(
        asked,
        seats.map((each) => (each.id === seat.id ? agreed : each)),
      ),
    }
  },
})
