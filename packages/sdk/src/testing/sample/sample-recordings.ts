import type { GuestVisit, Visit, VisitGuest, VisitRecording } from '../../generated/models.ts'
import type { FileBody } from '../../core/operation-types.ts'
import { problem } from '../test-problem.ts'
import type { SampleDomain } from './sample-domain.ts'
import { find, instant, type SampleContext, type SamplePerson } from './sample-state.ts'

const mostBytes = 40_000_000
const mostBytesOfPiece = 2_097_152

/** Who agreed to the request of a visit, by role or guest. A person who comes back has another seat. */
const agreed = new WeakMap<Visit, Set<string>>()

const inRoom = ({ participants }: Visit): Visit['participants'] =>
  participants.filter(({ presence }) => presence === 'in-room')

const personIn = ({ role, guestId }: Visit['participants'][number]): string => guestId ?? role

/** The request is gone, and with it what was agreed to. */
export const endRecording = (visit: Visit): void => {
  delete visit.recordingRequest
  visit.recording = false
  agreed.delete(visit)
}

/**
 * Someone has taken a seat or left one. Who has not agreed is asked, and nothing is recorded until then.
 * @param taken - The new seat; null when one was left.
 */
export const askNewcomers = (visit: Visit, taken: string | null): void => {
  const request = visit.recordingRequest
  if (!request) return
  const seated = inRoom(visit)
  if (!seated.some(({ seatId }) => seatId === request.bySeatId)) return endRecording(visit)
  const waitingFor = seated.filter((one) => agreed.get(visit)?.has(personIn(one)) !== true).map(({ seatId }) => seatId)
  visit.recordingRequest = { ...request, waitingFor, seatsVersion: request.seatsVersion + (taken === null ? 0 : 1) }
  visit.recording = waitingFor.length === 0
}

/** What a guest sees of it. */
export const recordingForGuest = (
  { status }: VisitGuest,
  visit: Visit | undefined,
): Pick<GuestVisit, 'recording' | 'recordingRequest'> => {
  if (status !== 'admitted' || !visit) return { recording: false }
  const { recording, recordingRequest } = visit
  return { recording, ...(recordingRequest && { recordingRequest }) }
}

const mediaTypeOf = (bytes: Uint8Array): VisitRecording['mediaType'] => {
  if (bytes[0] === 0x1a && bytes[1] === 0x45 && bytes[2] === 0xdf && bytes[3] === 0xa3) return 'video/webm'
  if (new TextDecoder().decode(bytes.subarray(4, 8)) === 'ftyp') return 'video/mp4'
  throw problem(409, 'unsupported_attachment_type')
}

const openVisit = (state: SampleContext['state'], visitId: string): Visit => {
  const visit = find(state.visits, visitId)
  if (visit.status === 'ended') throw problem(409, 'visit_ended')
  return visit
}

const seatOf = (visit: Visit, person: SamplePerson): Visit['participants'][number] => {
  const seat = inRoom(visit).find(({ role }) => role === person)
  if (!seat) throw problem(409, 'no_seat')
  return seat
}

const changed = ({ state, live }: SampleContext, visit: Visit): Visit => {
  visit.version += 1
  const { id: visitId, appointmentId, patientId, practitioner } = visit
  live.emit({ type: 'visit.changed', ids: { visitId, appointmentId, patientId, practitionerId: practitioner.id } })
  for (const guest of state.guests)
    if (guest.appointmentId === appointmentId)
      live.emit({ type: 'guest.changed', ids: { guestId: guest.id, appointmentId, patientId } })
  return visit
}

/** The answer of a person in the room. */
export const answerRecording = (context: SampleContext, visit: Visit, person: SamplePerson, agrees: boolean): Visit => {
  const seat = seatOf(visit, person)
  if (!agrees) {
    endRecording(visit)
    return changed(context, visit)
  }
  if (!visit.recordingRequest) throw problem(409, 'recording_not_requested')
  const consent = context.state.consents.findLast(({ purpose }) => purpose === 'recording')
  if (person === 'patient' && consent?.status !== 'active')
    throw problem(409, 'consent_missing', {
      errors: [{ pointer: 'consent:recording', code: 'consent_missing', message: 'The patient has not agreed to it.' }],
    })
  agreed.get(visit)?.add(personIn(seat))
  askNewcomers(visit, null)
  return changed(context, visit)
}

/** The patient has taken the consent back, or the clinic records no calls any more. */
export const endRecordings = (context: SampleContext): void => {
  for (const visit of context.state.visits) {
    if (!visit.recordingRequest) continue
    endRecording(visit)
    changed(context, visit)
  }
}

/** Recordings of a call: the request, the answers, and the pieces. */
export const recordingsSample: SampleDomain = (context) => {
  const { state, now } = context

  /** The recording of these pieces; a new one for the first of them. */
  const recordingOf = (visit: Visit, recordingId: string, first: Uint8Array): (typeof state.recordings)[number] => {
    const known = state.recordings.find(({ recording }) => recording.id === recordingId)
    if (known) return known
    const { id: visitId, patientId } = visit
    const at = instant(now())
    const recording: VisitRecording = {
      ...{ id: recordingId, visitId, patientId, mediaType: mediaTypeOf(first), startedAt: at, endedAt: at },
      ...{ bytes: 0, pieces: 0, recorded: inRoom(visit).map(({ role }) => role) },
    }
    const begun = { recording, pieces: [] }
    state.recordings.push(begun)
    return begun
  }

  return (person) => ({
    askToRecord: ({ path: { visitId } }) => {
      const visit = openVisit(state, visitId)
      if (!state.organization.callRecording) return problem(409, 'recording_not_offered')
      const { seatId } = seatOf(visit, person)
      const known = visit.recordingRequest
      if (known) return known.bySeatId === seatId ? visit : problem(409, 'recording_requested')
      agreed.set(visit, new Set([person]))
      visit.recordingRequest = { bySeatId: seatId, askedAt: instant(now()), waitingFor: [], seatsVersion: 1 }
      askNewcomers(visit, null)
      return changed(context, visit)
    },
    answerRecording: ({ path: { visitId }, body: { agrees } }) =>
      answerRecording(context, openVisit(state, visitId), person, agrees),
    addRecordingPiece: async ({ path, query, body }) => {
      const visit = openVisit(state, path.visitId)
      const bytes = new Uint8Array(await new Response(body as FileBody).arrayBuffer())
      const { bySeatId, seatsVersion } = visit.recordingRequest ?? {}
      if (seatOf(visit, person).seatId !== bySeatId || !visit.recording || seatsVersion !== query.seatsVersion)
        return problem(409, 'recording_paused')
      if (bytes.length > mostBytesOfPiece) return problem(413, 'body_too_large')
      const { recording, pieces } = recordingOf(visit, path.recordingId, bytes)
      const { number } = path
      if (number < pieces.length) return recording
      if (number > pieces.length) return problem(409, 'piece_out_of_order')
      if (recording.bytes + bytes.length > mostBytes) return problem(409, 'recording_full')
      pieces.push(bytes)
      return Object.assign(recording, {
        ...{ endedAt: instant(now()), bytes: recording.bytes + bytes.length, pieces: pieces.length },
      })
    },
  })
}
