import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { answered } from '../../../test-kit/answered.ts'
import { createTestHospital, hospitalOpensAt } from '../../../test-kit/test-hospital.ts'
import { withSchedulingVerbs, type SchedulingHospital } from './clinic.testing.ts'
import { nineOn, waitlistActs } from './waitlist.testing.ts'

let hospital: SchedulingHospital
beforeAll(async () => {
  hospital = withSchedulingVerbs(await createTestHospital({ engine: 'postgres' }))
})
afterAll(() => hospital.stop())
beforeEach(() => hospital.clock.set(hospitalOpensAt))
const { typeId, join, entryOf, entriesOf, fullyBooked, accept, decline, leave, pass } = waitlistActs(() => hospital)

const booked = async ({ client }: Awaited<ReturnType<SchedulingHospital['addPatient']>>) =>
  (await answered(client.get('/v1/appointments?status=booked'), 200)).items as { id: string; start: string }[]

describe('a time that becomes free', () => {
  test('is offered to the first in line, reserved for them, and booked when they accept', async () => {
    const day = '2026-11-30'
    const { practitioner, cancel } = await fullyBooked(day)
    const [first, second] = [await hospital.addPatient(), await hospital.addPatient()]
    const joined = await answered(join(first, day, { practitionerId: practitioner.id }), 201)
    await answered(join(second, day), 201)
    await hospital.settle()
    expect(joined).toMatchObject({ status: 'waiting', state: 'NY', from: day, to: day })
    expect((await entryOf(first)).status).toBe('waiting')

    const before = hospital.live.delivered.length
    await cancel()
    expect(await entryOf(first)).toMatchObject({
      status: 'offered',
      offer: { start: nineOn(day), practitioner: { id: practitioner.id }, expiresAt: '2026-11-25T15:30:00Z' },
    })
    expect((await entryOf(second)).status).toBe('waiting')
    const messages = hospital.live.delivered.slice(before).filter(({ type }) => type === 'waitlist.changed')
    expect(messages).toMatchObject([
      {
        ids: { entryId: joined.id, patientId: first.patient.id },
        audience: [
          `patient:${first.patient.id}`,
          ...['practitioner', 'nurse', 'front-desk', 'administrator'].map((role) => `role:${role}`),
        ],
      },
    ])

    // No one else can book it.
    const hold = { visitTypeId: typeId(), practitionerId: practitioner.id, start: nineOn(day) }
    expect((await second.client.post('/v1/holds', hold)).body.code).toBe('slot_taken')
    expect((await accept(second, joined as never)).body.code).toBe('not_found')

    expect(await answered(accept(first, joined as never), 200)).toMatchObject({ start: nineOn(day), status: 'booked' })
    expect(await booked(first)).toMatchObject([{ start: nineOn(day) }])
    expect(await entriesOf(first)).toEqual([])
    expect(await entriesOf(first, 'accepted')).toMatchObject([{ id: joined.id }])
    await pass(60)
    expect((await entryOf(second)).status).toBe('waiting')
    expect((await accept(first, joined as never)).body.code).toBe('offer_ended')
  })

  test('goes to the next in line when it is declined, and not to the same patient again', async () => {
    const day = '2026-12-01'
    const { practitioner, cancel } = await fullyBooked(day)
    const [first, second] = [await hospital.addPatient(), await hospital.addPatient()]
    for (const who of [first, second]) await answered(join(who, day, { practitionerId: practitioner.id }), 201)
    await cancel()
    expect(await answered(decline(first, await entryOf(first)), 200)).toMatchObject({ status: 'waiting' })
    await hospital.settle()
    expect((await entryOf(first)).status).toBe('waiting')
    expect((await entryOf(second)).status).toBe('offered')
    await answered(decline(second, await entryOf(second)), 200)
    await hospital.settle()
    await pass(1)
    expect([(await entryOf(first)).status, (await entryOf(second)).status]).toEqual(['waiting', 'waiting'])
    const search = new URLSearchParams({
      ...{ visitTypeId: typeId(), practitionerId: practitioner.id },
      from: nineOn(day),
      to: '2026-12-01T15:00:00Z',
    })
    expect((await first.client.get(`/v1/slots?${search}`)).body.items).toHaveLength(1)
  })

  test('goes to the next in line when the offer expires or its patient leaves', async () => {
    const day = '2026-12-02'
    const { practitioner, cancel } = await fullyBooked(day)
    const people = [await hospital.addPatient(), await hospital.addPatient(), await hospital.addPatient()] as const
    for (const who of people) await answered(join(who, day, { practitionerId: practitioner.id }), 201)
    await cancel()
    const [first, second, third] = people
    const expired = await entryOf(first)
    await pass(29)
    expect((await entryOf(first)).status).toBe('offered')
    hospital.clock.set('2026-11-25T15:30:00Z')
    expect((await accept(first, expired)).body).toMatchObject({ code: 'offer_ended', status: 409 })
    await pass(0)
    expect((await entryOf(first)).status).toBe('waiting')
    const next = await entryOf(second)
    expect(next.status).toBe('offered')
    for (let times = 0; times < 2; times++) expect((await leave(second, next)).status).toBe(204)
    await hospital.settle()
    expect(await entriesOf(second)).toEqual([])
    expect((await entryOf(third)).status).toBe('offered')
  })

  test('of a long visit serves several shorter ones', async () => {
    const day = '2026-12-03'
    const practitioner = await hospital.addPractitioner({}, { from: '09:00', to: '09:40' })
    const booker = { practitioner, ...(await hospital.addPatient()) }
    const long = { visitTypeId: typeId('cardiology-visit'), start: nineOn(day), practitionerId: practitioner.id }
    const held = await answered(booker.client.post('/v1/holds', { ...long, patientId: booker.patient.id }), 201)
    const { id } = await answered(
      booker.client.post('/v1/appointments', { holdId: held.id, patientId: booker.patient.id }),
      201,
    )
    const people = await Promise.all([1, 2, 3].map(() => hospital.addPatient()))
    for (const who of people) await answered(join(who, day, { practitionerId: practitioner.id }), 201)
    await answered(booker.client.post(`/v1/appointments/${id}/cancel`, { reason: 'other' }), 200)
    await hospital.settle()
    const offers = await Promise.all(people.map(async (who) => (await entryOf(who)).offer?.start))
    // Twenty minutes and ten after them: the start at 9:20 would overlap the time after the first visit.
    expect(offers).toEqual([nineOn(day), undefined, undefined])
    const other = await hospital.addPractitioner({}, { from: '09:00', to: '10:30' })
    for (const who of people.slice(1)) await answered(join(who, day, { practitionerId: other.id }), 201)
    await hospital.settle()
    const starts = people.slice(1).map(async (who) => {
      const entry = (await entriesOf(who)).find((one) => one.practitioner?.id === other.id)
      return entry?.offer?.start
    })
    expect(await Promise.all(starts)).toEqual([nineOn(day), '2026-12-03T14:40:00Z'])
  })
})

describe('an earlier time', () => {
  test('replaces the appointment, whose time is offered to the next in line', async () => {
    const [earlier, later] = ['2026-12-04', '2026-12-05']
    const { practitioner, cancel } = await fullyBooked(earlier)
    const mover = { practitioner, ...(await hospital.addPatient()) }
    const { id: holdId } = await answered(
      mover.client.post('/v1/holds', {
        ...{
          visitTypeId: typeId(),
          practitionerId: practitioner.id,
          start: nineOn(later),
          patientId: mover.patient.id,
        },
      }),
      201,
    )
    const { id: appointmentId } = await answered(
      mover.client.post('/v1/appointments', { holdId, patientId: mover.patient.id, reason: 'Chest pain' }),
      201,
    )
    const wishes = { practitionerId: practitioner.id, to: '2026-12-10', appointmentId }
    const entry = await answered(join(mover, earlier, wishes), 201)
    const next = await hospital.addPatient()
    await answered(join(next, later, { practitionerId: practitioner.id }), 201)
    await hospital.settle()
    // The free days after the appointment are not earlier.
    expect((await entryOf(mover)).status).toBe('waiting')
    await cancel()
    expect((await entryOf(mover)).offer?.start).toBe(nineOn(earlier))
    const moved = await answered(accept(mover, entry as never), 200)
    expect(moved).toMatchObject({ id: appointmentId, start: nineOn(earlier), reason: 'Chest pain' })
    await hospital.settle()
    expect(await booked(mover)).toHaveLength(1)
    expect((await entryOf(next)).offer?.start).toBe(nineOn(later))
  })

  test('is no longer looked for when the appointment was cancelled', async () => {
    const day = '2026-12-08'
    const { appointmentId, booker, cancel } = await fullyBooked(day)
    await answered(
      join(booker, '2026-12-01', {
        to: '2026-12-07',
        appointmentId,
        practitionerId: booker.practitioner.id,
        weekdays: [6],
      }),
      201,
    )
    const wrong = await join(booker, day, { appointmentId, visitTypeId: typeId('cardiology-visit') })
    expect(wrong.body).toMatchObject({ code: 'invalid_request', errors: [{ pointer: '/visitTypeId' }] })
    await cancel()
    await pass(1)
    expect(await entriesOf(booker)).toEqual([])
    expect(await entriesOf(booker, 'left')).toHaveLength(1)
  })
})

describe('only what suits the patient is offered', () => {
  test('by weekday and part of the day in the practitioner’s zone', async () => {
    const practitioner = await hospital.addPractitioner({}, { from: '11:40', to: '12:20' })
    const who = await hospital.addPatient()
    const only = { practitionerId: practitioner.id, to: '2026-12-20', weekdays: [2], dayParts: ['afternoon'] }
    await answered(join(who, '2026-12-09', only), 201)
    await hospital.settle()
    // Tuesday, 12:00 in New York.
    expect((await entryOf(who)).offer?.start).toBe('2026-12-15T17:00:00Z')
  })

  test('not at the time of another visit of the patient', async () => {
    const day = '2026-12-21'
    const { practitioner, cancel } = await fullyBooked(day)
    const other = await fullyBooked(day)
    await answered(join(other.booker, day, { practitionerId: practitioner.id }), 201)
    await cancel()
    expect((await entryOf(other.booker)).status).toBe('waiting')
    await other.cancel()
    await pass(1)
    expect((await entryOf(other.booker)).status).toBe('offered')
  })

  test('not in the quiet hours, in which the offer would end unseen', async () => {
    const day = '2026-12-22'
    const { practitioner, cancel } = await fullyBooked(day)
    const [here, west] = [await hospital.addPatient(), await hospital.addPatient({ zone: 'America/Los_Angeles' })]
    for (const who of [here, west]) await answered(join(who, day, { practitionerId: practitioner.id }), 201)
    // Half past eight in New York: an offer would end at nine, when notices end.
    hospital.clock.set('2026-11-26T01:31:00Z')
    await cancel()
    expect((await entryOf(here)).status).toBe('waiting')
    expect((await entryOf(west)).status).toBe('offered')
    hospital.clock.set('2026-11-26T12:59:00Z')
    await pass(0)
    expect((await entryOf(here)).status).toBe('waiting')
    await pass(1)
    expect((await entryOf(here)).offer?.start).toBe(nineOn(day))
  })

  test('for less time when the start is near, and not when too little is left', async () => {
    const day = '2026-11-26'
    const [urgent, late] = await Promise.all([1, 2].map(() => hospital.addPatient()))
    if (!urgent || !late) throw new Error('two people')
    const practitioner = await hospital.addPractitioner(
      { specialties: ['urgent-care'] },
      { from: '11:00', to: '11:15' },
    )
    hospital.clock.set('2026-11-26T15:30:00Z')
    const wish = { practitionerId: practitioner.id, visitTypeId: typeId('urgent-care-visit') }
    await answered(join(urgent, day, wish), 201)
    await hospital.settle()
    expect((await entryOf(urgent)).offer).toMatchObject({
      start: '2026-11-26T16:00:00Z',
      expiresAt: '2026-11-26T15:45:00Z',
    })
    await answered(join(late, day, wish), 201)
    hospital.clock.set('2026-11-26T15:41:00Z')
    await answered(leave(urgent, await entryOf(urgent)), 204)
    await hospital.settle()
    expect((await entryOf(late)).status).toBe('waiting')
  })
})

test('a free time that no event reported is offered by the timer', async () => {
  const day = '2026-12-23'
  const { practitioner, appointmentId } = await fullyBooked(day)
  const who = await hospital.addPatient()
  await answered(join(who, day, { practitionerId: practitioner.id }), 201)
  await hospital.settle()
  await hospital.keep('scheduling', async ({ tx }) => {
    await sql`update scheduling.busy set active = false, xid = pg_current_xact_id() where id =
      (select busy_id from scheduling.appointments where id = ${appointmentId}::uuid)`.execute(tx)
  })
  await hospital.settle()
  expect((await entryOf(who)).status).toBe('waiting')
  await pass(1)
  expect((await entryOf(who)).offer?.start).toBe(nineOn(day))
})
