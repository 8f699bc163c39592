import { describe, expect, it } from 'vitest'
import { Problem } from '../../../platform/problems/problem.ts'
import { checkIn, type CheckInRequest } from './check-in.ts'
import { arePatientAndPractitionerPresent, reported, takeSeat, type Seat, type Participant } from './seat.ts'
import {
  admit,
  end,
  moveTo,
  recordDevices,
  start,
  type ReportedLocation,
  type Safeguards,
  type Visit,
} from './visit.ts'

const now = new Date('2026-11-25T15:00:00Z')
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
const statement = (state = 'OH'): ReportedLocation => ({
  location: { line1: '1 Sample Street', city: 'Exampleville', state, kind: 'home' },
  callbackPhone: '614-555-0142',
  noEmergencyContact: 'none-to-name',
  at: now.toISOString(),
  byKind: 'patient',
  byId: 'patient-1',
})
const safe: Safeguards = {
  consents: new Map([['telehealth-treatment', { status: 'granted' as const }]]),
  isLicensed: (state) => state === 'OH',
}
const request = (more: Partial<CheckInRequest> = {}): CheckInRequest => ({
  id: 'visit-1',
  appointment: {
    id: 'appointment-1',
    patientId: 'patient-1',
    practitionerId: 'practitioner-1',
    status: 'booked',
    start: later(30),
    end: later(50),
    checkInFrom: now,
    type: {
      code: 'check',
      specialty: 'primary-care',
      name: [{ language: 'en', text: 'Check' }],
      modality: 'video',
      requiredConsents: ['telehealth-treatment'],
      licenseRequired: true,
      questionnaires: [],
    },
  },
  reported: statement(),
  safeguards: safe,
  intake: 'not-required',
  vendor: 'peer',
  policy: {
    checkInClosesAfterEndMinutes: 15,
    intakeBeforeCheckIn: 'required',
    presentSeconds: 45,
    practitionerHereSeconds: 600,
    seatMinutes: 5,
    roomHours: 4,
    waitingEndsAfterHours: 3,
    guests: { opensBeforeMinutes: 60, expiresAfterEndMinutes: 180, mostAtOnce: 4 },
    recording: { mostMegabytes: 40, mostMegabytesOfVisit: 800 },
    emergencyReviewDays: 3,
    retentionDays: { vendorReports: 90, presences: 30 },
  },
  now,
  ...more,
})
const refusal = (run: () => unknown): string => {
  try {
    run()
  } catch (error) {
    if (error instanceof Problem) return error.code
    throw error
  }
  return 'allowed'
}
const waiting = checkIn(request())
const admitted = admit(waiting, 'practitioner-2', safe, now)
const started = start(admitted, now) as Visit
const ended = end(started, 'completed', later(20))

describe('the steps of a visit', () => {
  it('happen in order, each once', () => {
    expect([waiting, admitted, started, ended].map(({ status, version }) => [status, version])).toEqual([
      ['waiting', 1],
      ['admitted', 2],
      ['in-progress', 3],
      ['ended', 4],
    ])
    for (const visit of [admitted, started, ended])
      expect(refusal(() => admit(visit, 'p', safe, now))).toBe('not_waiting')
    for (const visit of [waiting, started, ended]) expect(start(visit, now)).toBeNull()
    for (const visit of [waiting, admitted, started]) expect(end(visit, 'patient-left', now).status).toBe('ended')
    expect(refusal(() => end(ended, 'completed', now))).toBe('visit_ended')
    expect(refusal(() => moveTo(ended, statement(), safe))).toBe('visit_ended')
    const check = { camera: 'ok', microphone: 'ok', speaker: 'ok', connection: 'good', supported: true } as const
    expect(refusal(() => recordDevices(ended, check))).toBe('visit_ended')
  })

  it.each([
    [
      'a declined consent',
      { consents: new Map([['telehealth-treatment', { status: 'declined' as const }]]) },
      'consent_missing',
    ],
    ['a missing consent', { consents: new Map() }, 'consent_missing'],
    ['a license in another state only', { isLicensed: () => false }, 'not_licensed'],
  ])('are all refused for %s', (_, change, code) => {
    const unsafe = { ...safe, ...change }
    expect(refusal(() => checkIn(request({ safeguards: unsafe })))).toBe(code)
    expect(refusal(() => admit(waiting, 'p', unsafe, now))).toBe(code)
    const participant: Participant = { kind: 'patient', personId: 'patient-1', sessionId: 's', practitionerId: null }
    const seat = { id: 'seat', visit: admitted, seats: [], participant, vendorRoomId: 'room', maxParticipants: 3, now }
    expect(refusal(() => takeSeat({ ...seat, safeguards: unsafe }))).toBe(code)
  })

  it('need no license where the visit type needs none', () => {
    const { appointment } = request()
    const type = { ...appointment.type, licenseRequired: false }
    const nowhere = { ...safe, isLicensed: () => false }
    expect(checkIn(request({ appointment: { ...appointment, type }, safeguards: nowhere })).status).toBe('waiting')
  })

  it.each([
    ['cancelled', 'check_in_not_allowed'],
    ['completed', 'check_in_not_allowed'],
    ['in-progress', 'check_in_not_allowed'],
    ['no-show', 'allowed'],
  ] as const)('begin from a %s appointment: %s', (status, expected) => {
    const { appointment } = request()
    expect(refusal(() => checkIn(request({ appointment: { ...appointment, status } })))).toBe(expected)
  })

  it('do not begin online for a visit in person', () => {
    const { appointment } = request()
    const type = { ...appointment.type, modality: 'in-person' as const }
    expect(refusal(() => checkIn(request({ appointment: { ...appointment, type } })))).toBe('check_in_not_allowed')
  })

  it('wait for the questionnaires only if the policy requires it', () => {
    expect(refusal(() => checkIn(request({ intake: 'open' })))).toBe('intake_missing')
    const policy = { ...request().policy, intakeBeforeCheckIn: 'optional' as const }
    expect(refusal(() => checkIn(request({ intake: 'open', policy })))).toBe('allowed')
  })

  it('keep every reported location, and record a new one during the visit in any state', () => {
    expect(refusal(() => moveTo(waiting, statement('TX'), safe))).toBe('not_licensed')
    expect(refusal(() => moveTo(admitted, statement('TX'), safe))).toBe('not_licensed')
    const moved = moveTo(started, statement('TX'), safe)
    expect(moved.details.locations.map(({ location }) => location.state)).toEqual(['OH', 'TX'])
  })
})

describe('seats', () => {
  const seat = (more: Partial<Seat>): Seat => ({
    id: 'seat-1',
    visitId: 'visit-1',
    patientId: 'patient-1',
    personId: 'patient-1',
    sessionId: 'session-1',
    practitionerId: null,
    role: 'patient',
    takenAt: now,
    leftAt: null,
    reportedAt: null,
    vendorRoomId: 'room-1',
    vendorParticipantId: null,
    recordingAgreedTo: null,
    troubles: {},
    ...more,
  })
  const doctor = seat({ id: 'seat-2', personId: 'member-1', practitionerId: 'practitioner-1', role: 'practitioner' })
  const nurse = seat({ id: 'seat-3', personId: 'member-2', role: 'practitioner' })

  it('start a visit when practitioner and patient are together, not with a nurse alone', () => {
    expect(arePatientAndPractitionerPresent([seat({}), doctor])).toBe(true)
    expect(arePatientAndPractitionerPresent([seat({ role: 'proxy' }), doctor])).toBe(true)
    expect(arePatientAndPractitionerPresent([seat({}), nurse])).toBe(false)
    expect(arePatientAndPractitionerPresent([doctor, nurse])).toBe(false)
    expect(arePatientAndPractitionerPresent([seat({ leftAt: now }), doctor])).toBe(false)
  })

  it('follow the reports of the vendor in the order in which they happened', () => {
    const report = (kind: 'joined' | 'left', minutes: number, vendorParticipantId: string | null = null) => ({
      kind,
      at: later(minutes),
      vendorParticipantId,
    })
    const left = reported(doctor, report('left', 5, 'connection-1')) as Seat
    expect(left).toMatchObject({ leftAt: later(5), vendorParticipantId: 'connection-1' })
    expect(reported(left, report('joined', 4))).toBeNull()
    expect(reported(left, report('joined', 6))).toMatchObject({ leftAt: null, vendorParticipantId: 'connection-1' })
    expect(reported(left, report('joined', 6, 'connection-2'))?.vendorParticipantId).toBe('connection-2')
    expect(reported(doctor, report('left', -1))).toBeNull()
    const came = reported(doctor, report('joined', 1)) as Seat
    expect(reported(came, report('joined', 1))).toBeNull()
    expect(reported(came, report('left', 1))?.leftAt, 'came and went within a second').toEqual(later(1))
    expect(reported(left, report('joined', 5)), 'left comes last').toBeNull()
  })
})
