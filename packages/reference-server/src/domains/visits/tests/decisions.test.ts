import { expect, test } from 'vitest'
import { newId } from '../../../platform/database/ids/new-id.ts'
import { testCaller, testRequestContext } from '../../../platform/tests/create-platform.testing.ts'
import { followReports } from '../model/follow-reports.ts'
import { beginAttempt, settleAttempt, type RoomAttempt } from '../model/room-attempt.ts'
import type { Seat } from '../model/seat.ts'
import type { CheckIn, ReportedLocation, Room, Visit } from '../model/visit.ts'
import type { Practitioner } from '../ports.ts'
import { admitPatient } from '../operations/admit-patient.ts'
import { checkIn } from '../operations/check-in.ts'
import { endVisit } from '../operations/end-visit.ts'
import { takeSeat } from '../operations/take-seat.ts'
import { sampleLicense } from './hospital.testing.ts'

const now = new Date('2026-11-25T15:00:00Z')
const later = (minutes: number): Date => new Date(now.getTime() + minutes * 60_000)
const practitionerId = newId()
const doctor = { ...testCaller(), practitionerId }
const context = { ...testRequestContext(doctor), now }
const request = { query: {} as never, headers: {}, rawBody: new Uint8Array() }
const patientId = newId()
const practitioner: Practitioner = {
  id: practitionerId,
  memberId: null,
  displayName: 'Dr. Casey Example',
  title: [],
  specialties: ['primary-care'],
  languages: ['en'],
  zone: 'America/New_York',
  licenses: [sampleLicense('OH')],
  active: true,
  version: 1,
}
const room: Room = { vendorRoomId: 'room-1', url: null, closesAt: later(240), endsBy: 'vendor' }
const consents = new Map([['telehealth-treatment', { status: 'granted' }]] as const)
const isLicensed = (state: string): boolean => state === 'OH'
const said: CheckIn = {
  location: { line1: '1 Sample Street', city: 'Exampleville', state: 'OH', kind: 'home' },
  callbackPhone: '614-555-0142',
  noEmergencyContact: 'none-to-name',
}
const reported: ReportedLocation = { ...said, at: now.toISOString(), byKind: 'patient', byId: patientId }

const visit: Visit = {
  id: newId(),
  appointmentId: newId(),
  patientId,
  practitionerId,
  seenBy: null,
  status: 'waiting',
  modality: 'video',
  vendor: 'peer',
  appointmentStart: now,
  appointmentEnd: later(15),
  requiredConsents: ['telehealth-treatment'],
  licenseRequired: true,
  questionnaires: [],
  stoppedFor: [],
  consentsUsed: [],
  emergencyReason: null,
  emergencyRefusedId: null,
  recordingRequestId: null,
  recordingAskedAt: null,
  recordingSeatId: null,
  details: { visitTypeName: [{ language: 'en', text: 'Check' }], locations: [reported] },
  deviceCheck: null,
  room: null,
  checkedInAt: now,
  admittedAt: null,
  startedAt: null,
  endedAt: null,
  outcome: null,
  version: 1,
  seatsVersion: 3,
}
const admitted: Visit = { ...visit, status: 'admitted', seenBy: practitionerId, admittedAt: now, version: 2 }
const seatOfPatient: Seat = {
  id: newId(),
  visitId: visit.id,
  patientId,
  personId: patientId,
  sessionId: 'session-1',
  practitionerId: null,
  role: 'patient',
  takenAt: now,
  leftAt: null,
  reportedAt: null,
  vendorRoomId: room.vendorRoomId,
  vendorParticipantId: null,
  recordingAgreedTo: null,
  troubles: {},
}
const other = { visitId: newId(), patientId: newId(), practitionerId }
const own = { visitId: visit.id, patientId, practitionerId }
const loaded = { practitioner, isLicensed, consents, acting: { as: 'staff' } } as const

test('an admission leaves the queue to the others, and is refused without the license of who admits', () => {
  const path = { visitId: visit.id }
  const gathered = { ...loaded, visit, seats: [], waiting: [own, other] }
  const change = admitPatient.decide?.({ ...request, path, body: undefined }, gathered, context)
  expect(change?.events).toMatchObject([
    { type: 'visits.admitted', data: { version: 2, seenBy: practitionerId } },
    { type: 'visits.queue-changed', data: { patientIds: [other.patientId] } },
  ])
  const elsewhere = { ...gathered, isLicensed: () => false }
  expect(() => admitPatient.decide?.({ ...request, path, body: undefined }, elsewhere, context)).toThrow(
    expect.objectContaining({ code: 'not_licensed' }),
  )
})

test('a second check-in with the same location stores nothing', () => {
  const again = (phone: string) =>
    checkIn.decide?.(
      { ...request, path: { appointmentId: visit.appointmentId }, body: { ...said, callbackPhone: phone } },
      {
        ...loaded,
        acting: { as: 'patient' },
        appointment: { id: visit.appointmentId, patientId } as never,
        known: { visit, seats: [] },
        waiting: [own],
        intake: 'done',
        videoVendor: 'peer',
        policy: {} as never,
      },
      { ...context, caller: { ...testCaller(), kind: 'patient', personId: patientId, patientIds: [patientId] } },
    )
  expect(again('614-555-0142')).toMatchObject({ answer: { body: { version: 1 } } })
  expect(again('614-555-0142')?.writes).toBeUndefined()
  expect(again('614-555-0199')).toMatchObject({
    events: [{ type: 'visits.changed' }],
    answer: { body: { version: 2 } },
  })
})

const seatRequest = {
  id: newId(),
  visit: admitted,
  seats: [seatOfPatient],
  participant: doctor,
  safeguards: { consents, isLicensed },
  maxParticipants: 3,
  vendorRoomId: null,
  now,
}
const issued = {
  vendor: 'peer',
  vendorRoomId: room.vendorRoomId,
  seatId: seatRequest.id,
  roomUrl: null,
  token: null,
  iceServers: [],
  expiresAt: later(5),
} as const
const take = (isAtVendor: boolean, more: Partial<typeof seatRequest> = {}) =>
  takeSeat.decide?.(
    { ...request, path: { visitId: visit.id }, body: undefined },
    {
      request: { ...seatRequest, ...more },
      room,
      issued,
      isAtVendor,
      mayStartCaptions: false,
      mayAskToRecord: false,
      guests: [],
    },
    context,
  )

test('a seat starts the visit once both are in, and depends on the seats that were read', () => {
  const change = take(false)
  expect(change?.events?.map(({ type }) => type)).toEqual(['visits.seat-taken', 'visits.started'])
  const [seating, seat] = change?.writes ?? []
  expect(seating?.statement).toMatchObject({ kind: 'update', isConditional: true })
  expect(seating?.values, 'the version, and the number of seats').toEqual(expect.arrayContaining([2, 3, 4]))
  expect(seat?.statement).toMatchObject({ table: 'visits.seats', kind: 'insert', isConditional: false })
  expect(take(false, { seats: [] })?.events?.map(({ type }) => type)).toEqual(['visits.seat-taken'])
})

test('a seat in a room at a vendor depends on the room, and does not write it', () => {
  const set = (isAtVendor: boolean) => {
    const statement = take(isAtVendor)?.writes?.[0]?.statement
    return statement?.kind === 'update' ? statement : null
  }
  expect(set(true)?.where).toContain('vendor_room_id')
  expect(set(true)?.set).not.toContain('room_closes_at')
  expect(set(false)?.set).toContain('room_closes_at')
})

test('the end of a visit changes both queues, and everyone has left', () => {
  const booked = newId()
  const covered = { ...admitted, practitionerId: booked }
  const change = endVisit.decide?.(
    { ...request, path: { visitId: visit.id }, body: { outcome: 'completed' } },
    { ...loaded, visit: covered, seats: [seatOfPatient], waiting: [other, { ...other, practitionerId: booked }] },
    context,
  )
  expect(change?.events).toMatchObject([
    { type: 'visits.ended', data: { outcome: 'completed' } },
    { type: 'visits.queue-changed', data: { practitionerId: booked, patientIds: [other.patientId] } },
    { type: 'visits.queue-changed', data: { practitionerId, patientIds: [other.patientId] } },
  ])
  expect(change?.answer.body.participants).toMatchObject([{ presence: 'left' }])
})

const report = (type: string, minutes: number, seatId = seatOfPatient.id) => ({
  type,
  at: later(minutes),
  vendorRoomId: room.vendorRoomId,
  seatId,
  vendorParticipantId: null,
  troubles: {},
})
const seatOfDoctor: Seat = { ...seatOfPatient, id: newId(), personId: doctor.personId, practitionerId, leftAt: now }

test('reports are followed in the order in which things happened, each on what the one before changed', () => {
  const seated = [{ visit: admitted, seats: [seatOfPatient, seatOfDoctor] }]
  const { after, followed } = followReports(
    seated,
    [report('participant-joined', 1, seatOfDoctor.id), report('participant-left', 2), report('participant-joined', 1)],
    later(3),
  )
  expect(followed.map(({ kind }) => kind)).toEqual(['taken', 'started', 'left'])
  expect(after[0]).toMatchObject({
    visit: { status: 'in-progress', version: 3, seatsVersion: 4 },
    seats: [{ leftAt: later(2) }, { leftAt: null }],
  })
})

test('a report of another room, of no seat or of an ended visit changes nothing', () => {
  const ignored = (more: Partial<ReturnType<typeof report>>, of: Visit = admitted) =>
    followReports([{ visit: of, seats: [seatOfPatient] }], [{ ...report('participant-left', 1), ...more }], later(3))
      .followed
  expect(ignored({})).toHaveLength(1)
  expect(ignored({ vendorRoomId: 'room-2' })).toEqual([])
  expect(ignored({ seatId: newId() })).toEqual([])
  expect(ignored({ type: 'room-ended' })).toEqual([])
  expect(ignored({}, { ...admitted, status: 'ended' })).toEqual([])
})

test('a room is opened once; an attempt that a dead process left behind is replaced', () => {
  const wanted = { id: newId(), key: 'key-1', closesAt: later(240), missingRoomId: null, now: later(2) }
  const attempt: RoomAttempt = {
    ...{ id: newId(), visitId: visit.id, vendor: 'daily', key: 'key-0', state: 'opening' },
    ...{ requestedAt: now, closesAt: later(240), vendorRoomId: null },
  }
  expect(beginAttempt({ visit: { ...admitted, room }, underWay: null }, wanted)).toEqual({ room })
  expect(beginAttempt({ visit: admitted, underWay: { ...attempt, requestedAt: later(1.5) } }, wanted)).toMatchObject({
    isNew: false,
    attempt: { key: 'key-0' },
  })
  expect(beginAttempt({ visit: admitted, underWay: attempt }, wanted)).toMatchObject({
    isNew: true,
    attempt: { key: 'key-1' },
  })
  expect(() => beginAttempt({ visit: { ...admitted, status: 'ended' }, underWay: null }, wanted)).toThrow(
    expect.objectContaining({ code: 'visit_ended' }),
  )
})

test('a room that comes too late, or second, is not used', () => {
  const late = { ...room, vendorRoomId: 'room-2' }
  expect(settleAttempt(admitted, 'opening', null, late)).toEqual({ state: 'open', room: late })
  expect(settleAttempt({ ...admitted, room }, 'opening', 'room-1', late)).toEqual({ state: 'open', room: late })
  expect(settleAttempt({ ...admitted, room }, 'opening', null, late)).toEqual({ state: 'abandoned', room })
  expect(settleAttempt({ ...admitted, room }, 'open', null, late)).toEqual({ state: 'open', room })
  expect(settleAttempt(admitted, 'abandoned', null, late)).toEqual({ state: 'abandoned', room: null })
  expect(settleAttempt({ ...admitted, status: 'ended' }, 'opening', null, late)).toMatchObject({ room: null })
})
