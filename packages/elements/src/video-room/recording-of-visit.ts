import type { Visit } from '@visitkit/sdk'
import { emit } from '../core/emit.ts'
import type { VisitElement } from '../core/visit-element.ts'
import type { VideoParticipant } from '../video/driver.ts'
import type { RecordingInRoom } from './room-recording.ts'
import type { RoomSession } from './session-in-room.ts'

export interface VisitInRecording extends Pick<RecordingInRoom, 'call'> {
  readonly nameOf: (participant: Pick<VideoParticipant, 'id' | 'role'>) => string
  readonly visit: () => Visit | undefined
  readonly isStaff: () => boolean
  /** Null without a session. */
  readonly session: () => RoomSession | null
  /** A newer visit than the live one may be. */
  readonly onVisit: (visit: Visit) => void
}

/** The recording of a visit, for the clinician, the patient and who acts for the patient. */
export const recordingOfVisit = (host: VisitElement, room: VisitInRecording): RecordingInRoom => {
  /** What the press has changed is on the screen before the live stream says it. */
  const change = async (act: (visitId: string) => Promise<Visit> | undefined): Promise<void> => {
    const visit = await act(room.visit()?.id ?? '')
    if (visit) room.onVisit(visit)
  }
  const client = (): ReturnType<RecordingInRoom['client']> => room.session()?.client ?? null
  const showConsent = (): void => {
    const { id: visitId, patientId, location } = room.visit() ?? {}
    if (visitId === undefined || patientId === undefined) return
    const state = location && { state: location.state }
    void emit(host, 'visit-consent-requested', { visitId, patientId, purposes: 'recording', ...state })
  }
  return {
    call: room.call,
    visit: () => {
      const visit = room.visit()
      if (!visit) return undefined
      const seated = visit.participants.filter(({ presence }) => presence === 'in-room')
      return {
        ...{ visitId: visit.id, recording: visit.recording, request: visit.recordingRequest },
        seats: seated.map(({ seatId }) => seatId),
      }
    },
    nameOfSeat: (id) => room.nameOf({ id, role: null }),
    client,
    ask: () => change((visitId) => client()?.recordings.ask(visitId)),
    answer: (agrees) => change((visitId) => client()?.recordings.answer(visitId, { agrees })),
    get showConsent() {
      return room.isStaff() ? undefined : showConsent
    },
  }
}
