import type { GuestVisit, VisitClient } from '@visitkit/sdk'
import type { VisitElement } from '../core/visit-element.ts'
import type { Call } from '../video-room/call.ts'
import { RoomRecording } from '../video-room/room-recording.ts'

export interface GuestInRecording {
  readonly call: Call
  readonly client: () => VisitClient | null
  readonly visit: () => GuestVisit | undefined
  readonly nameOf: (participant: { readonly id: string; readonly role: null }) => string
  readonly onVisit: (visit: GuestVisit) => void
}

/** The recording of a call, for a guest: they agree, refuse and stop it, and record nothing. */
export const guestRecording = (host: VisitElement, room: GuestInRecording): RoomRecording =>
  new RoomRecording(host, {
    call: room.call,
    visit: () => {
      const visit = room.visit()
      if (!visit?.visitId) return undefined
      const { visitId, recording, recordingRequest: request, participants } = visit
      return { visitId, recording, request, seats: participants.map(({ seatId }) => seatId) }
    },
    nameOfSeat: (id) => room.nameOf({ id, role: null }),
    client: room.client,
    ask: () => Promise.resolve(),
    answer: async (agrees) => {
      const visit = await room.client()?.guestVisit.answerRecording({ agrees })
      if (visit) room.onVisit(visit)
    },
  })
