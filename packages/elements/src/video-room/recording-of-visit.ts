import type { Visit } from '@visitkit/sdk'
import { emit } from '../core/emit.ts'
import type { VisitElement } from '../core/visit-element.ts'
import type { CallInRoom } from './during-call.ts'
import type { RecordingInRoom } from './room-recording.ts'

/** The recording of a visit, for the clinician, the patient and who acts for the patient. */
export const recordingOfVisit = (host: VisitElement, room: CallInRoom): RecordingInRoom => {
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
