import type { NewEvent } from '../../../platform/contracts/event.ts'
import type { Write } from '../../../platform/contracts/write.ts'
import { visitChanged } from '../events.ts'
import type { Guest } from '../model/guest.ts'
import { ownSeat, recordingRequestOf } from '../model/recording.ts'
import type { Participant, Seat } from '../model/seat.ts'
import { requireLive, withRecordingRequest, type VisitFacts } from '../model/visit.ts'
import { recordingNotRequested } from '../problems.ts'
import { seats as seatTable } from '../store/seats.ts'
import { replaceVisitFacts } from '../store/visits.ts'
import { notifyGuests } from './notify-guests.ts'

interface Answered<V extends VisitFacts> {
  readonly visit: V
  readonly seats: readonly Seat[]
  readonly writes: readonly Write[]
  readonly events: readonly NewEvent[]
}

/** A yes is kept in the person's seat. A no ends the request, and with it the recording, for everyone. */
export const decideRecordingAnswer = <V extends VisitFacts>(
  { visit, seats, guests }: { readonly visit: V; readonly seats: readonly Seat[]; readonly guests: readonly Guest[] },
  { agrees, caller }: { readonly agrees: boolean; readonly caller: Pick<Participant, 'personId' | 'sessionId'> },
): Answered<V> => {
  requireLive(visit)
  const seat = ownSeat(seats, caller)
  const isOpen = recordingRequestOf(visit, seats) !== null
  if (!agrees) return isOpen ? endRecording({ visit, seats, guests }) : { visit, seats, writes: [], events: [] }
  if (!isOpen) throw recordingNotRequested()
  const agreed = { ...seat, recordingAgreedTo: visit.recordingRequestId }
  return {
    visit,
    seats: seats.map((each) => (each.id === seat.id ? agreed : each)),
    writes: [seatTable.replace(agreed, seat)],
    events: [visitChanged(visit), ...notifyGuests(visit, guests)],
  }
}

export const endRecording = <V extends VisitFacts>({
  visit,
  seats,
  guests,
}: {
  readonly visit: V
  readonly seats: readonly Seat[]
  readonly guests: readonly Guest[]
}): Answered<V> => {
  const ended = withRecordingRequest(visit, null)
  return {
    visit: ended,
    seats,
    writes: [replaceVisitFacts(ended, visit)],
    events: [visitChanged(ended), ...notifyGuests(ended, guests)],
  }
}
