import { describe, expect, test } from 'vitest'
import { noClosures, type Availability } from './availability.ts'
import { changeSupport, isStrandedBy } from './appointment-support.ts'
import type { Appointment } from './appointment.ts'
import type { PractitionerFacts } from './practitioner.ts'
import { checkSupport, type Supply, type SupportedTime } from './support.ts'
import type { VisitShape } from './visit-type.ts'

const type: VisitShape = {
  id: 'visit',
  specialty: 'cardiology',
  minutes: 30,
  bufferBeforeMinutes: 10,
  bufferAfterMinutes: 10,
  stepMinutes: 15,
  licenseRequired: true,
  minimumNoticeMinutes: 0,
  horizonDays: 1,
}
const practitioner: PractitionerFacts = {
  id: 'heart',
  specialties: ['cardiology'],
  languages: ['en'],
  zone: 'America/New_York',
  licenses: [{ state: 'NY', kind: 'full', status: 'active', expiresOn: '2026-11-25' }],
  active: true,
}
/** Wednesdays, and on Wednesday 25 November 2026 in New York five hours behind. */
const availability: Availability = {
  zone: 'America/New_York',
  weekly: [
    { weekday: 3, from: '09:00', to: '12:00' },
    { weekday: 3, from: '12:00', to: '15:00', visitTypeIds: ['visit'] },
  ],
  exceptions: [],
  timeOff: [],
}
const supply = (change: Partial<Supply> = {}): Supply => ({
  availability: () => availability,
  closures: noClosures,
  resource: () => undefined,
  practitioner: () => practitioner,
  visitType: () => type,
  ...change,
})
const at = (from: string, to: string): SupportedTime => ({
  id: 'one',
  practitionerId: 'heart',
  visitTypeId: 'visit',
  start: new Date(`2026-11-25T${from}:00Z`),
  end: new Date(`2026-11-25T${to}:00Z`),
  stateCode: 'NY',
  claimOwners: [],
})
const reasons = (visit: SupportedTime, change: Partial<Supply> = {}) => checkSupport([visit], supply(change)).get('one')

describe('a booked time is supported', () => {
  test('from the first minute of the hours to the last, over windows that touch, whatever the grid and the buffers', () => {
    expect(reasons(at('14:00', '14:30'))).toEqual([])
    expect(reasons(at('16:40', '17:10'))).toEqual([])
    expect(reasons(at('19:30', '20:00'))).toEqual([])
    expect(reasons(at('13:55', '14:25'))).toEqual(['outside-hours'])
    expect(reasons(at('19:35', '20:05'))).toEqual(['outside-hours'])
  })

  test('by a window of other visit types it is not', () => {
    const other = { ...type, id: 'other' }
    expect(reasons({ ...at('16:40', '17:10'), visitTypeId: 'other' }, { visitType: () => other })).toEqual([
      'outside-hours',
    ])
  })

  test('up to the moment at which time off or a closure begins, and from the one at which it ends', () => {
    const off = { ...availability, timeOff: [{ from: '2026-11-25T10:00', to: '2026-11-25T11:00' }] }
    const withOff = { availability: () => off }
    expect(reasons(at('14:30', '15:00'), withOff)).toEqual([])
    expect(reasons(at('14:35', '15:05'), withOff)).toEqual(['time-off'])
    expect(reasons(at('15:55', '16:25'), withOff)).toEqual(['time-off'])
    expect(reasons(at('16:00', '16:30'), withOff)).toEqual([])
    const closures = { zone: 'America/Chicago', items: [{ from: '2026-11-25T09:00', to: '2026-11-25T10:00' }] }
    expect(reasons(at('14:30', '15:00'), { closures })).toEqual([])
    expect(reasons(at('14:35', '15:05'), { closures })).toEqual(['closed'])
  })

  test('by a license of the state up to its last moment', () => {
    // The license ends at midnight in New York, 05:00 UTC; the hours go on.
    const nights = { ...availability, weekly: [3, 4].map((weekday) => ({ weekday, from: '00:00', to: '24:00' })) }
    const late = (minutes: number): SupportedTime => {
      const end = new Date(Date.parse('2026-11-26T05:00:00Z') + minutes * 60_000)
      return { ...at('00:00', '00:00'), start: new Date(end.getTime() - 30 * 60_000), end }
    }
    expect(reasons(late(0), { availability: () => nights })).toEqual([])
    expect(reasons(late(5), { availability: () => nights })).toEqual(['not-licensed'])
    expect(reasons({ ...at('14:00', '14:30'), stateCode: 'OH' })).toEqual(['not-licensed'])
    expect(reasons({ ...at('14:00', '14:30'), stateCode: null })).toEqual([])
  })

  test('by an active practitioner of the specialty with hours', () => {
    expect(reasons(at('14:00', '14:30'), { practitioner: () => undefined })).toEqual(['practitioner-inactive'])
    expect(reasons(at('14:00', '14:30'), { practitioner: () => ({ ...practitioner, specialties: [] }) })).toEqual([
      'specialty',
    ])
    expect(reasons(at('14:00', '14:30'), { availability: () => undefined })).toEqual(['outside-hours'])
  })

  test('while every resource that it has taken is active and has hours, whatever the buffers', () => {
    const hours = { ...availability, weekly: [{ weekday: 3, from: '09:00', to: '10:00' }] }
    const room = {
      availability: (id: string) => (id === 'room' ? hours : availability),
      resource: (id: string) => (id === 'room' ? { active: true } : undefined),
    }
    const inRoom = (from: string, to: string): SupportedTime => ({ ...at(from, to), claimOwners: ['room'] })
    expect(reasons(inRoom('14:30', '15:00'), room)).toEqual([])
    expect(reasons(inRoom('14:35', '15:05'), room)).toEqual(['resource-unavailable'])
    expect(reasons(at('14:35', '15:05'), room)).toEqual([])
    const retired = { ...room, resource: () => ({ active: false }) }
    expect(reasons(inRoom('14:30', '15:00'), retired)).toEqual(['resource-unavailable'])
    // Without a second mention of a closure of the organization.
    const closures = { zone: 'UTC', items: [{ from: '2026-11-25T00:00', to: '2026-11-26T00:00' }] }
    expect(reasons(inRoom('14:30', '15:00'), { ...room, closures })).toEqual(['closed'])
  })

  test('while every further practitioner works, whatever their specialty', () => {
    const visit: SupportedTime = { ...at('14:30', '15:00'), claimOwners: ['nurse', 'surgeon'] }
    const others = (change: Partial<PractitionerFacts>) => ({
      practitioner: (id: string) => (id === 'heart' ? practitioner : { ...practitioner, specialties: [], ...change }),
    })
    expect(reasons(visit, others({}))).toEqual([])
    expect(reasons(visit, others({ active: false }))).toEqual(['participant-unavailable'])
    expect(reasons(visit, others({ licenses: [] }))).toEqual(['participant-unavailable'])
    const off = { ...availability, timeOff: [{ from: '2026-11-25T09:00', to: '2026-11-25T10:00' }] }
    const withOff = { availability: (id: string) => (id === 'nurse' ? off : availability) }
    expect(reasons(visit, { ...others({}), ...withOff })).toEqual(['participant-unavailable'])
  })

  test('for the ages of its type: what was found stays until someone reads the ages', () => {
    const visit = at('14:00', '14:30')
    expect(reasons({ ...visit, unsupportedReasons: ['age', 'closed'] })).toEqual(['age'])
    expect(checkSupport([visit], supply(), () => true).get('one')).toEqual(['age'])
    expect(checkSupport([{ ...visit, unsupportedReasons: ['age'] }], supply(), () => false).get('one')).toEqual([])
  })
})

describe('an appointment', () => {
  const appointment = {
    status: 'booked',
    version: 3,
    acceptedReasons: ['outside-hours'],
    unsupportedReasons: [],
  } as unknown as Appointment
  const now = new Date('2026-11-25T12:00:00Z')

  test('is not stranded by what was accepted when it was booked', () => {
    expect(isStrandedBy(appointment, ['outside-hours'])).toBe(false)
    expect(changeSupport(appointment, ['outside-hours'], now)).toBeNull()
    expect(isStrandedBy(appointment, ['outside-hours', 'closed'])).toBe(true)
    expect(changeSupport(appointment, ['outside-hours', 'closed'], now)).toMatchObject({
      unsupportedReasons: ['closed'],
      version: 4,
      updatedAt: now,
    })
  })

  test('is stranded once, and supported again when no reason is left', () => {
    const stranded: Appointment = { ...appointment, unsupportedReasons: ['closed'] }
    expect(isStrandedBy(stranded, ['closed', 'time-off'])).toBe(false)
    expect(changeSupport(stranded, ['closed'], now)).toBeNull()
    expect(changeSupport(stranded, ['outside-hours'], now)).toMatchObject({ unsupportedReasons: [] })
    expect(changeSupport({ ...stranded, status: 'cancelled' }, [], now)).toBeNull()
  })
})
