import type { components } from '@visitkit/contract'
import { notFound } from '../../../platform/problems/problem.ts'
import { noSeat, pieceOutOfOrder, recordingFull, recordingPaused, unsupportedRecording } from '../problems.ts'
import { isHeld, type Participant, type Seat, type SeatRole } from './seat.ts'
import { requireLive, type VisitFacts } from './visit.ts'

type RecordingRequest = components['schemas']['RecordingRequest']

/** A stretch of a call that was recorded, with the same people in it. FHIR: Media. */
export interface Recording {
  readonly id: string
  readonly visitId: string
  readonly patientId: string
  /** The seat of the clinician whose browser recorded. */
  readonly seatId: string
  /** Of the visit, when it began. */
  readonly seatsVersion: number
  readonly mediaType: 'video/webm' | 'video/mp4'
  /** Roles of the people who were in the room. */
  readonly recorded: readonly SeatRole[]
  readonly startedAt: Date
  readonly endedAt: Date
  readonly pieces: number
  readonly bytes: number
}

type Asked = Pick<VisitFacts, 'recordingRequestId' | 'recordingAskedAt' | 'recordingSeatId' | 'seatsVersion' | 'status'>

/**
 * Who asks to record the call, and who has not agreed. Nothing of it is stored but the question and each person's yes: a person who takes a
 * seat, or leaves one, changes it by that alone. Null while no one asks, or the one who asked is gone.
 */
export const recordingRequestOf = (
  { recordingRequestId, recordingAskedAt, recordingSeatId, seatsVersion, status }: Asked,
  seats: readonly Seat[],
): RecordingRequest | null => {
  const held = seats.filter(isHeld)
  if (status === 'ended' || recordingAskedAt === null || recordingSeatId === null) return null
  if (!held.some(({ id }) => id === recordingSeatId)) return null
  const waitingFor = held.filter(({ recordingAgreedTo }) => recordingAgreedTo !== recordingRequestId)
  return {
    bySeatId: recordingSeatId,
    askedAt: recordingAskedAt.toISOString(),
    waitingFor: waitingFor.map(({ id }) => id),
    seatsVersion,
  }
}

/** As a visit shows it. */
export const recordingState = (visit: Asked, seats: readonly Seat[]) => {
  const recordingRequest = recordingRequestOf(visit, seats)
  return {
    recording: recordingRequest !== null && recordingRequest.waitingFor.length === 0,
    ...(recordingRequest !== null && { recordingRequest }),
  }
}

/** Whether the patient, or a person who acts for them, holds a seat. */
export const isPatientIn = (seats: readonly Seat[]): boolean =>
  seats.some((seat) => isHeld(seat) && (seat.role === 'patient' || seat.role === 'proxy'))

/** The seat that the caller holds in this session. */
export const ownSeat = (
  seats: readonly Seat[],
  { personId, sessionId }: Pick<Participant, 'personId' | 'sessionId'>,
): Seat => {
  const seat = seats.find((each) => isHeld(each) && each.personId === personId && each.sessionId === sessionId)
  if (seat === undefined) throw noSeat()
  return seat
}

export interface PieceRequest {
  readonly visit: VisitFacts
  readonly seats: readonly Seat[]
  /** Of the visit. */
  readonly recordings: readonly Recording[]
  /** Whether the organization records calls now. An administrator can turn it off during a call. */
  readonly isOffered: boolean
  /** Whether the patient's consent to recording is in force now, or neither the patient nor who acts for them is in the room. */
  readonly isConsented: boolean
  readonly recordingId: string
  readonly number: number
  readonly seatsVersion: number
  readonly content: Buffer
  readonly caller: Pick<Participant, 'personId' | 'sessionId'>
  readonly limits: { readonly bytesOfOne: number; readonly bytesOfVisit: number }
  readonly now: Date
}

/**
 * The recording with its next piece; `before` is null for the first one. The same recording twice for a piece that is stored already. A piece is
 * refused unless the organization records calls, everyone in the room has agreed, the patient's consent is in force, and the same people are in
 * the room as when the recording began.
 */
export const addPiece = (request: PieceRequest): { readonly before: Recording | null; readonly after: Recording } => {
  const {
    visit,
    seats,
    recordings,
    isOffered,
    isConsented,
    recordingId,
    number,
    seatsVersion,
    content,
    caller,
    limits,
    now,
  } = request
  requireLive(visit)
  const seat = ownSeat(seats, caller)
  const before = recordings.find(({ id }) => id === recordingId) ?? null
  if (before && seats.find(({ id }) => id === before.seatId)?.personId !== caller.personId)
    throw notFound('recording of another person')
  if (before && number < before.pieces) return { before, after: before }
  const asked = recordingRequestOf(visit, seats)
  const isOn = isOffered && isConsented && asked !== null && asked.waitingFor.length === 0 && asked.bySeatId === seat.id
  if (!isOn || visit.seatsVersion !== seatsVersion || (before !== null && before.seatsVersion !== seatsVersion))
    throw recordingPaused()
  if (number !== (before?.pieces ?? 0)) throw pieceOutOfOrder(before?.pieces ?? 0)
  const all = recordings.reduce((sum, { bytes }) => sum + bytes, content.length)
  if ((before?.bytes ?? 0) + content.length > limits.bytesOfOne || all > limits.bytesOfVisit) throw recordingFull()
  if (before)
    return {
      before,
      after: { ...before, endedAt: now, pieces: before.pieces + 1, bytes: before.bytes + content.length },
    }
  return {
    before,
    after: {
      id: recordingId,
      visitId: visit.id,
      patientId: visit.patientId,
      seatId: seat.id,
      seatsVersion,
      mediaType: mediaTypeOf(content),
      recorded: [...new Set(seats.filter(isHeld).map(({ role }) => role))],
      startedAt: now,
      endedAt: now,
      pieces: 1,
      bytes: content.length,
    },
  }
}

/** By the first bytes: EBML (RFC 8794, section 11.2.1), or a file type box (ISO/IEC 14496-12). */
const mediaTypeOf = (content: Buffer): Recording['mediaType'] => {
  if (content.length >= 4 && content.readUInt32BE(0) === 0x1a45dfa3) return 'video/webm'
  if (content.length > 8 && content.toString('latin1', 4, 8) === 'ftyp') return 'video/mp4'
  throw unsupportedRecording()
}
