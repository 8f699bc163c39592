import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { components } from '@visitkit/contract'
import type { TestResponse } from '../../../platform/http/tests/http-client.testing.ts'
import { answered } from '../../../test-kit/answered.ts'
import { createTestHospital, hospitalOpensAt } from '../../../test-kit/test-hospital.ts'
import { loadSchedulingPolicy } from '../kernel/packs/load-policy.ts'
import { actsAt, dayAt as day, withSchedulingVerbs, type SchedulingHospital } from './clinic.testing.ts'
import { suppliesOf } from './resources.testing.ts'
import { everyDay, hoursPath, timeOffPath } from './supply.testing.ts'

type Schemas = components['schemas']

let hospital: SchedulingHospital
beforeAll(async () => {
  const shipped = await loadSchedulingPolicy()
  const schedulingPolicy = {
    ...shipped,
    openAppointments: { perPatient: 3, perVisitType: 2, visitTypes: {} },
    waitlist: { ...shipped.waitlist, entriesPerPatient: 1 },
  }
  const overrides = { packs: { schedulingPolicy } }
  hospital = withSchedulingVerbs(await createTestHospital({ engine: 'postgres', hasCareTeams: true, overrides }))
})
afterAll(() => hospital.stop())
beforeEach(() => hospital.clock.set(hospitalOpensAt))
const { addType, asDesk } = suppliesOf(() => hospital)
const { twoPeople } = actsAt(() => hospital)
const at = day(2, '15:00')

/** A practitioner, a patient and a type of visit, and what the patient does. */
const clinic = async (
  change: Partial<Schemas['CreateVisitType']> = {},
  patient: Partial<Schemas['CreatePatient']> = {},
) => {
  const type = await addType(change)
  const [practitioner, person] = [await hospital.addPractitioner(), await hospital.addPatient(patient)]
  const wish = { visitTypeId: type.id, practitionerId: practitioner.id, patientId: person.patient.id, start: at }
  const hold = (more: object = {}, client = person.client): Promise<TestResponse> =>
    client.post('/v1/holds', { ...wish, ...more })
  const book = async (more: object = {}): Promise<TestResponse> => {
    const { id: holdId } = await answered(hold(more), 201)
    return person.client.post('/v1/appointments', { holdId, patientId: person.patient.id })
  }
  return { type, practitioner, ...person, wish, hold, book, path: { hours: hoursPath(practitioner) } }
}
const limited = async (limits: Schemas['BookingLimits']) => {
  const { practitioner, path, hold } = await clinic()
  await answered((await asDesk()).put(path.hours, { ...everyDay('00:00', '24:00', 1), limits }), 200)
  await answered((await clinic()).hold({ practitionerId: practitioner.id, start: day(2, '17:00') }), 201)
  return hold()
}
const cancelTwice = async (wait = 0): Promise<TestResponse> => {
  const { client, book } = await clinic({ cancellationNoticeMinutes: 43_200 })
  const { id } = await answered(book(), 201)
  const cancel = () => client.post(`/v1/appointments/${id}/cancel`, { reason: 'other' })
  hospital.clock.advance({ minutes: wait })
  const first = await cancel()
  return first.status === 200 ? cancel() : first
}
const putHours = async (change: object): Promise<TestResponse> => {
  const { path, book } = await clinic()
  await answered(book(), 201)
  return (await asDesk()).put(path.hours, { ...everyDay('09:00', '17:00', 1), ...change })
}
const onDemand = async () => {
  const states = ['NY']
  const license = { state: 'NY', number: 'X-1', kind: 'full', status: 'active', expiresOn: '2028-12-31' } as const
  const doctor = await hospital.addPractitioner({ specialties: ['urgent-care'], licenses: [license] })
  const two = await hospital.addPatient({ state: states[0]! })
  const body = { patientId: two.patient.id, visitTypeId: hospital.types.get('urgent-care-visit')!.id }
  const ask = () => two.client.post('/v1/on-demand', body)
  const { id } = await answered(ask(), 201)
  return { ...two, id: id as string, ask, doctor: await hospital.as('practitioner', { practitionerId: doctor.id }) }
}
const waitlist = async () => {
  const { client, wish } = await clinic()
  const { start: _, ...entry } = { ...wish, from: at.slice(0, 10), to: at.slice(0, 10) }
  const join = (more: object = {}) => client.post('/v1/waitlist', { ...entry, ...more })
  return { client, join, id: (await answered(join(), 201)).id as string }
}

/** By code: a request that is refused with it. */
const refused: Record<string, () => Promise<TestResponse>> = {
  call_to_book: async () => (await clinic({ bookingMode: 'view' })).hold(),
  slot_taken: async () => {
    const { practitioner, hold } = await clinic()
    await answered((await clinic()).hold({ practitionerId: practitioner.id }), 201)
    return hold()
  },
  interpreter_not_missing: async () => {
    const { client, book } = await clinic()
    const { id } = await answered(book(), 201)
    return client.put(`/v1/appointments/${id}/missing-interpreter`, { reason: 'declined' })
  },
  captioner_not_missing: async () => {
    const { client, book } = await clinic()
    const { id } = await answered(book(), 201)
    return client.put(`/v1/appointments/${id}/missing-captioner`, { reason: 'declined' })
  },
  resources_taken: async () => (await clinic({ resources: [{ kind: 'equipment', count: 1 }] })).hold(),
  held_by_you: async () => {
    const { hold } = await clinic()
    const { patient } = await hospital.addPatient()
    const desk = await asDesk()
    await answered(hold({ patientId: patient.id }, desk), 201)
    return hold({}, desk)
  },
  patient_busy: async () => {
    const { book, hold } = await clinic()
    await answered(book(), 201)
    return hold({ practitionerId: (await hospital.addPractitioner()).id })
  },
  notice_too_short: async () => (await clinic({ minimumNoticeMinutes: 600 })).hold({ start: day(0, '17:00') }),
  beyond_horizon: async () => (await clinic()).hold({ start: day(200, '15:00') }),
  outside_hours: async () => (await clinic()).hold({ start: day(2, '15:05') }),
  day_full: () => limited({ perDay: 1 }),
  week_full: () => limited({ perWeek: 1 }),
  slot_unavailable: async () => {
    const { type, hold } = await clinic()
    const administrator = await hospital.as('administrator')
    await answered(administrator.patch(`/v1/visit-types/${type.id}`, { active: false, version: 1 }), 200)
    return hold()
  },
  language_not_spoken: async () => (await clinic()).hold({ language: 'fr' }),
  not_licensed: async () => (await clinic({ licenseRequired: true }, { state: 'CA' })).hold(),
  age_out_of_range: async () => (await clinic({ ages: { from: 0, to: 17 } })).hold(),
  minor_consent_not_allowed: async () => {
    const { wish, hold } = await clinic()
    const desk = await asDesk()
    const { id: holdId } = await answered(hold({}, desk), 201)
    return desk.post('/v1/appointments', { holdId, patientId: wish.patientId, minorConsentsAlone: true })
  },
  too_many_holds: async () => {
    const { hold } = await clinic()
    for (const time of ['15:00', '16:00', '17:00']) await answered(hold({ start: day(3, time) }), 201)
    return hold({ start: day(3, '18:00') })
  },
  too_many_appointments: async () => {
    const { book, hold } = await clinic()
    for (const time of ['15:00', '16:00']) await answered(book({ start: day(3, time) }), 201)
    return hold()
  },
  outside_proxy_scope: async () => {
    const { patient, hold } = await clinic()
    return hold({}, (await hospital.addActor('proxy', patient.id, ['record'])).client)
  },
  hold_expired: async () => {
    const { client, patient, hold } = await clinic()
    const { id: holdId } = await answered(hold(), 201)
    hospital.clock.advance({ minutes: 6 })
    return client.post('/v1/appointments', { holdId, patientId: patient.id })
  },
  already_booked: async () => {
    const { client, patient, hold } = await clinic()
    const { id: holdId } = await answered(hold(), 201)
    await answered(client.post('/v1/appointments', { holdId, patientId: patient.id }), 201)
    return client.post('/v1/appointments', { holdId, patientId: patient.id })
  },
  renewals_used_up: async () => {
    const { client, hold } = await clinic()
    const { id } = await answered(hold(), 201)
    for (const _ of [1, 2]) await answered(client.post(`/v1/holds/${id}/renew`), 200)
    return client.post(`/v1/holds/${id}/renew`)
  },
  not_changeable: () => cancelTwice(),
  too_late_to_change: () => cancelTwice(16),
  not_requested: async () => {
    const { id } = await answered((await clinic()).book(), 201)
    return (await asDesk()).post(`/v1/appointments/${id}/approve`)
  },
  not_assigned: async () => {
    const { practitioner } = await twoPeople()
    const colleague = await hospital.as('practitioner', { practitionerId: (await hospital.addPractitioner()).id })
    return colleague.put(hoursPath(practitioner), everyDay('09:00', '17:00', 1))
  },
  windows_overlap: () =>
    putHours({ weekly: [...everyDay('09:00', '17:00', 1).weekly, { weekday: 1, from: '16:00', to: '18:00' }] }),
  unknown_zone: () => putHours({ zone: 'Mars/Olympus' }),
  version_conflict: () => putHours({ version: 9 }),
  appointments_affected: () => putHours({ weekly: [] }),
  too_much_time_off: async () => {
    const { practitioner } = await twoPeople()
    const desk = await asDesk()
    const add = (place: number): Promise<TestResponse> => {
      const date = day(30 + place, '00:00').slice(0, 11)
      const range = { from: `${date}01:00`, to: `${date}02:00`, reason: 'meeting', appointments: 'flag' }
      return desk.post(timeOffPath(practitioner), range)
    }
    for (let place = 0; place < 400; place++) await answered(add(place), 201)
    return add(400)
  },
  too_many_to_cancel: async () => {
    const { type, practitioner } = await clinic()
    const desk = await asDesk()
    const starts = Array.from({ length: 204 }, (_, place) =>
      new Date(Date.parse(day(3, '06:00')) + place * 30 * 60_000).toISOString(),
    )
    for (let first = 0; first < starts.length; first += 51) {
      const { patient } = await hospital.addPatient()
      const visit = { visitTypeId: type.id, patientId: patient.id, practitionerId: practitioner.id }
      await answered(desk.post('/v1/appointment-series', { ...visit, starts: starts.slice(first, first + 51) }), 201)
    }
    const range = { from: `${day(2, '00:00').slice(0, 11)}00:00`, to: `${day(9, '00:00').slice(0, 11)}00:00` }
    return desk.post(timeOffPath(practitioner), { ...range, reason: 'sick', appointments: 'cancel', affected: 204 })
  },
  code_taken: async () => {
    const { id: _, active: __, version: ___, ...type } = await addType()
    return (await hospital.as('administrator')).post('/v1/visit-types', type)
  },
  window_too_long: async () => {
    const { client, type } = await clinic()
    return client.get(`/v1/slots?${new URLSearchParams({ visitTypeId: type.id, from: at, to: day(40, '15:00') })}`)
  },
  occurrences_unavailable: async () => {
    const { client, wish } = await clinic()
    const { start: _, ...visit } = wish
    return client.post('/v1/appointment-series', { ...visit, starts: [day(2, '15:05')] })
  },
  already_waiting: async () => (await waitlist()).join(),
  too_many_waitlist_entries: async () =>
    (await waitlist()).join({ practitionerId: (await hospital.addPractitioner()).id }),
  offer_ended: async () => {
    const { client, id } = await waitlist()
    return client.post(`/v1/waitlist/${id}/accept`)
  },
  already_requested: async () => (await onDemand()).ask(),
  request_ended: async () => {
    const { client, id } = await onDemand()
    await answered(client.delete(`/v1/on-demand/${id}`), 204)
    return client.post(`/v1/on-demand/${id}/renew`)
  },
  practitioner_busy: async () => {
    const [one, two] = [await onDemand(), await onDemand()]
    await answered(one.doctor.post(`/v1/on-demand/${one.id}/take`), 200)
    return one.doctor.post(`/v1/on-demand/${two.id}/take`)
  },
}

const remedy =
  /\b(Add|Ask|Book|Call|Cancel|Change|Choose|Correct|Cover|Leave|Preview|Read|Release|Remove|Replace|Search|See|Take|Use|Wait|Write)\b/

test.each(Object.entries(refused))(
  '%s names a property of the request, and what to do',
  async (code, refuse) => {
    const { status, body } = await refuse()
    expect(body.code).toBe(code)
    expect(status).toBeGreaterThanOrEqual(400)
    expect(body.detail).toMatch(remedy)
    expect(body.errors.length).toBeGreaterThan(0)
    for (const { pointer, message } of body.errors) {
      expect(pointer).toMatch(/^(\/|query:|path:)\w/)
      expect(message).toMatch(/^Must /)
    }
  },
  60_000,
)

test('every code that the contract declares for scheduling is in this file', () => {
  const file = new URL('../../../../../contract/generated/openapi.json', import.meta.url)
  const { paths } = JSON.parse(readFileSync(file, 'utf8')) as {
    paths: Record<string, Record<string, { tags?: string[]; 'x-problems'?: string[] }>>
  }
  const operations = Object.values(paths).flatMap((methods) => Object.values(methods))
  const declared = operations
    .filter(({ tags }) => tags?.includes('scheduling'))
    .flatMap((one) => one['x-problems'] ?? [])
  expect(Object.keys(refused).toSorted()).toEqual([...new Set(declared)].toSorted())
})
