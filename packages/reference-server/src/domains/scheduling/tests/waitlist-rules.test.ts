import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { answered } from '../../../test-kit/answered.ts'
import { createTestHospital } from '../../../test-kit/test-hospital.ts'
import { loadMessagingPolicy } from '../../messaging/index.ts'
import { loadSchedulingPolicy } from '../kernel/packs/load-policy.ts'
import { withSchedulingVerbs, type SchedulingHospital } from './clinic.testing.ts'
import { nineOn, waitlistActs } from './waitlist.testing.ts'

const openAppointments = { perPatient: 1, perVisitType: 1, visitTypes: {} }

let hospital: SchedulingHospital
beforeAll(async () => {
  const shipped = await loadSchedulingPolicy()
  const schedulingPolicy = {
    ...shipped,
    openAppointments,
    waitlist: { ...shipped.waitlist, entriesPerPatient: 2, offersPerEntry: 2 },
  }
  hospital = withSchedulingVerbs(
    await createTestHospital({ engine: 'postgres', overrides: { packs: { schedulingPolicy } } }),
  )
})
afterAll(() => hospital.stop())
const { typeId, join, entryOf, entriesOf, fullyBooked, accept, decline, leave } = waitlistActs(() => hospital)
const day = '2026-12-01'

describe('joining is refused', () => {
  test('for the same visit type and practitioner, also by requests at the same moment', async () => {
    const { practitioner } = await fullyBooked(day)
    const who = await hospital.addPatient()
    const answers = await Promise.all([1, 2, 3].map(() => join(who, day, { practitionerId: practitioner.id })))
    expect(answers.map(({ status, body }) => body.code ?? status).toSorted()).toEqual([
      201,
      'already_waiting',
      'already_waiting',
    ])
    await answered(leave(who, await entryOf(who)), 204)
    await answered(join(who, day, { practitionerId: practitioner.id }), 201)
  })

  test('beyond the limit of the policy, with the field and what to do', async () => {
    const who = await hospital.addPatient()
    const practitioners = [await fullyBooked(day), await fullyBooked(day), await fullyBooked(day)]
    const answers = await Promise.all(
      practitioners.map(({ practitioner }) => join(who, day, { practitionerId: practitioner.id })),
    )
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 201, 409])
    const refused = answers.find(({ status }) => status === 409)
    expect(refused?.body).toMatchObject({ code: 'too_many_waitlist_entries', errors: [{ pointer: '/patientId' }] })
    expect(refused?.body.detail).toContain('Leave a place in line that is not needed.')
  })

  test.each([
    ['a last day before the first', { to: '2026-11-30' }, '/to'],
    ['more than 90 days', { to: '2027-03-01' }, '/to'],
    ['days that are over', { from: '2026-11-20', to: '2026-11-24' }, '/to'],
    ['a state that does not exist', { state: 'ZZ' }, '/state'],
    ['an eighth day of the week', { weekdays: [8] }, '/weekdays/0'],
  ])('with %s', async (_, more, pointer) => {
    const refused = await join(await hospital.addPatient(), day, more)
    expect(refused.body).toMatchObject({ status: 400, code: 'invalid_request', errors: [{ pointer }] })
  })

  test.each([
    ['a language that no one speaks', { language: 'fi' }, 'language_not_spoken'],
    ['a state in which no one is licensed', { state: 'HI' }, 'not_licensed'],
  ])('for %s', async (_, more, code) => {
    const { practitioner } = await fullyBooked(day)
    const refused = await join(await hospital.addPatient(), day, { practitionerId: practitioner.id, ...more })
    expect(refused.body).toMatchObject({ status: 409, code })
  })

  test('for a patient of another age, and shortened to the days on which the age allows it', async () => {
    const child = await hospital.addPatient({ birthDate: '2015-01-01' })
    expect((await join(child, day)).body.code).toBe('age_out_of_range')
    const grown = await hospital.addPatient({ birthDate: '2008-12-05' })
    const { practitioner } = await fullyBooked(day)
    const entry = await answered(join(grown, day, { to: '2026-12-20', practitionerId: practitioner.id }), 201)
    expect(entry).toMatchObject({ from: '2026-12-05', to: '2026-12-20' })
  })

  test('for a proxy without the scope, who sees no entries either', async () => {
    const { practitioner } = await fullyBooked(day)
    const { patient } = await hospital.addPatient()
    const body = { patientId: patient.id, visitTypeId: typeId(), practitionerId: practitioner.id, from: day, to: day }
    const { client } = await hospital.addActor('proxy', patient.id, ['record'])
    expect((await client.post('/v1/waitlist', body)).status).toBe(403)
    const scheduler = await hospital.addActor('proxy', patient.id, ['schedule'])
    const entry = await answered(scheduler.client.post('/v1/waitlist', body), 201)
    expect((await answered(scheduler.client.get('/v1/waitlist'), 200)).items).toMatchObject([{ id: entry.id }])
    expect((await answered(client.get('/v1/waitlist'), 200)).items).toEqual([])
    for (const path of [`/v1/waitlist?patientId=${patient.id}`, `/v1/waitlist/${entry.id}/accept`])
      expect((await (path.includes('?') ? client.get(path) : client.post(path))).body.code).toBe('outside_proxy_scope')
  })
})

describe('the limit of open appointments', () => {
  test('counts a time that is booked, and not one that replaces an appointment', async () => {
    const { booker, appointmentId, practitioner } = await fullyBooked('2026-12-04')
    const other = await fullyBooked('2026-12-03')
    expect((await join(booker, day)).body.code).toBe('too_many_appointments')
    const wishes = { practitionerId: other.practitioner.id, to: '2026-12-03', appointmentId }
    const entry = await answered(join(booker, '2026-12-03', wishes), 201)
    await other.cancel()
    expect((await entryOf(booker)).status).toBe('offered')
    expect(await answered(accept(booker, entry as never), 200)).toMatchObject({
      ...{ id: appointmentId, start: nineOn('2026-12-03'), practitioner: { id: other.practitioner.id } },
    })
    expect(practitioner.id).not.toBe(other.practitioner.id)
  })
})

test('an entry that lets as many offers pass as the policy allows leaves the line', async () => {
  const practitioner = await hospital.addPractitioner({}, { from: '09:00', to: '11:00' })
  const who = await hospital.addPatient()
  await answered(join(who, '2026-12-09', { practitionerId: practitioner.id }), 201)
  for (const start of ['2026-12-09T14:00:00Z', '2026-12-09T14:20:00Z']) {
    await hospital.settle()
    const entry = await entryOf(who)
    expect(entry.offer?.start).toBe(start)
    await answered(decline(who, entry), 200)
  }
  await hospital.settle()
  expect(await entriesOf(who)).toEqual([])
  expect(await entriesOf(who, 'expired')).toHaveLength(1)
})

test('staff see who waits, in the order of the line and in pages, with names', async () => {
  const { practitioner } = await fullyBooked('2026-12-10')
  const people = await Promise.all(
    [1, 2, 3].map(() => hospital.addPatient({ name: { given: 'Ana', family: 'Duarte' } })),
  )
  const joined: string[] = []
  for (const who of people)
    joined.push((await answered(join(who, '2026-12-10', { practitionerId: practitioner.id }), 201)).id)
  const desk = await hospital.as('front-desk')
  const path = `/v1/waitlist?practitionerId=${practitioner.id}&visitTypeId=${typeId()}&limit=2`
  const first = await answered(desk.get(path), 200)
  const second = await answered(desk.get(`${path}&cursor=${first.nextCursor}`), 200)
  expect([...first.items, ...second.items].map(({ id }: { id: string }) => id)).toEqual(joined)
  expect(second.nextCursor).toBeNull()
  expect(first.items[0]).toMatchObject({
    patient: { displayName: 'Ana Duarte' },
    visitTypeName: [{ language: 'en', text: 'Heart follow-up' }, {}],
  })
})

test('offers are made outside the quiet hours of notices', async () => {
  const { waitlist } = await loadSchedulingPolicy()
  const { quietHours } = await loadMessagingPolicy()
  expect(waitlist.offerHours).toEqual({ from: quietHours.to, to: quietHours.from })
})
