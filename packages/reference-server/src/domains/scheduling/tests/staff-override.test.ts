import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TestResponse } from '../../../platform/http/tests/http-client.testing.ts'
import { addMember, addPractitioner } from '../../directory/index.ts'
import { domainEngines } from '../../../test-kit/domain-engines.testing.ts'
import { createTestHospital } from '../../../test-kit/test-hospital.ts'
import { actsAt, dayAt as day, withSchedulingVerbs, type SchedulingHospital, type TwoPeople } from './clinic.testing.ts'

const outcome = ({ status, body }: TestResponse): unknown => (status < 300 ? status : body.code)
const override = { reason: 'Kommt mit dem Rettungswagen, bitte vor der ersten Stunde.' }

describe.each(domainEngines)('staff override, on %s:', (engine) => {
  let hospital: SchedulingHospital
  beforeAll(async () => {
    hospital = withSchedulingVerbs(await createTestHospital({ engine, hasCareTeams: true }))
  })
  afterAll(() => hospital.stop())
  const { hold, book } = actsAt(() => hospital)

  /** A practitioner from nine to five in New York (14:00 to 22:00), a patient, and the front desk. */
  const atDesk = async (): Promise<TwoPeople & { readonly own: TwoPeople }> => {
    const practitioner = await hospital.addPractitioner({}, { from: '09:00', to: '17:00' })
    const own = { practitioner, ...(await hospital.addPatient()) }
    return { ...own, client: await hospital.as('front-desk'), own }
  }
  const confirm = ({ client, patient }: TwoPeople, held: TestResponse, more: object = {}): Promise<TestResponse> =>
    client.post('/v1/appointments', { holdId: held.body.id, patientId: patient.id, ...more })

  test('lifts notice, horizon, hours and the grid', async () => {
    const two = await atDesk()
    const cases = [
      { start: day(0, '15:05'), refused: 'notice_too_short' },
      { start: day(200, '15:00'), refused: 'beyond_horizon' },
      { start: day(1, '04:00'), refused: 'outside_hours' },
      { start: day(1, '15:05'), refused: 'outside_hours' },
    ]
    for (const { start, refused } of cases) {
      expect(outcome(await hold(two, start)), start).toBe(refused)
      const held = await hold(two, start, { override })
      expect(outcome(held), start).toBe(201)
      expect(held.body.start).toBe(start)
      expect(outcome(await confirm(two, held)), start).toBe(201)
    }
  })

  test('never takes a taken time, a held one, one that has passed, or the time of another visit of the patient', async () => {
    const two = await atDesk()
    const other = { ...two, ...(await hospital.addPatient()) }
    expect((await book(other, day(2, '15:00'))).status).toBe(201)
    expect((await hold(other, day(2, '17:00'))).status).toBe(201)
    for (const time of ['14:45', '15:05', '16:45', '17:05']) {
      const refused = await hold(two, day(2, time), { override })
      expect(outcome(refused), time).toBe('slot_taken')
      expect(refused.body.nearest, time).toHaveLength(3)
    }
    expect(outcome(await hold(two, day(0, '14:00'), { override }))).toBe('notice_too_short')
    const elsewhere = { ...two, practitioner: await hospital.addPractitioner() }
    expect((await book(two.own, day(2, '19:00'))).status).toBe(201)
    expect(outcome(await hold(elsewhere, day(2, '19:05'), { override }))).toBe('patient_busy')
  })

  test('never lifts license or age', async () => {
    const two = await atDesk()
    expect(outcome(await hold(two, day(3, '04:00'), { override, state: 'CA' }))).toBe('not_licensed')
    const child = { ...two, patient: (await hospital.addPatient({ birthDate: '2020-05-05' })).patient }
    expect(outcome(await hold(child, day(3, '04:00'), { override }))).toBe('age_out_of_range')
  })

  test('is refused for a patient and a proxy, with the field and what to do', async () => {
    const { own } = await atDesk()
    const proxy = await hospital.addActor('proxy', own.patient.id, ['schedule'])
    for (const client of [own.client, proxy.client]) {
      const refused = await hold({ ...own, client }, day(4, '04:00'), { override })
      expect([refused.status, refused.body.code]).toEqual([403, 'forbidden'])
      expect(refused.body.detail).toContain('call the clinic')
      expect(refused.body.errors).toMatchObject([{ pointer: '/override' }])
    }
  })

  test('needs a reason, a practitioner, a patient and whole five minutes', async () => {
    const two = await atDesk()
    const pointers = async (start: string, more: object): Promise<unknown> => {
      const { status, body } = await hold(two, start, more)
      return [status, body.errors?.map(({ pointer }: { pointer: string }) => pointer)]
    }
    const start = day(4, '04:00')
    expect(await pointers(start, { override: { reason: 'x' } })).toEqual([400, ['/override/reason']])
    expect(await pointers(start, { override, practitionerId: undefined })).toEqual([400, ['/practitionerId']])
    expect(await pointers(start, { override, patientId: undefined })).toEqual([400, ['/patientId']])
    expect(await pointers(day(4, '04:02'), { override })).toEqual([400, ['/start']])
  })

  test('a practitioner may lift the rules of their own calendar, and of no stranger’s', async () => {
    const { own } = await atDesk()
    const facts = { displayName: 'Dr. Robin Example', title: [{ language: 'en', text: 'Cardiologist' }] }
    const more = { specialties: ['cardiology'], languages: ['en'], zone: 'America/New_York' }
    const licenses = [{ state: 'NY', number: 'X-2', kind: 'full', status: 'active', expiresOn: '2028-12-31' } as const]
    const [member, practitioner] = await hospital.keep('directory', async (context) => {
      const added = await addMember(context, { displayName: facts.displayName, roles: ['practitioner'] })
      return [added, await addPractitioner(context, { ...facts, ...more, licenses, memberId: added.id })] as const
    })
    const client = await hospital.as('practitioner', { personId: member.id, practitionerId: practitioner.id })
    expect(outcome(await hold({ ...own, practitioner, client }, day(5, '04:00'), { override }))).toBe(201)
    const refused = await hold({ ...own, client }, day(5, '06:00'), { override })
    expect([refused.status, refused.body.code]).toEqual([403, 'not_assigned'])
    const administrator = { ...own, client: await hospital.as('administrator') }
    expect(outcome(await hold(administrator, day(5, '06:00'), { override }))).toBe(201)
    const nurse = { ...own, client: await hospital.as('nurse') }
    expect(outcome(await hold(nurse, day(5, '08:00'), { override }))).toBe('forbidden')
  })

  test('its reason is shown to members, audited, encrypted, and in no event', async () => {
    const two = await atDesk()
    const held = await hold(two, day(6, '04:00'), { override })
    const booked = await confirm(two, held, { reason: 'Chest pain' })
    expect(booked.body).toMatchObject({ override, reason: 'Chest pain' })
    const path = `/v1/appointments/${booked.body.id}`
    expect((await two.client.get(path)).body.override).toEqual(override)
    const shown = (await two.own.client.get(path)).body
    expect(shown).toMatchObject({ reason: 'Chest pain' })
    expect(shown).not.toHaveProperty('override')
    const audited = await hospital.accessRows({ patientId: two.patient.id })
    const reasons = audited.map(({ operation, because }) => [operation, because])
    expect(reasons).toContainEqual(['holdSlot', 'override'])
    expect(reasons).toContainEqual(['bookAppointment', 'override'])
    const { rows } = await sql<{ text: string }>`
      select coalesce(string_agg(t::text, ' '), '') as text from (
        select to_jsonb(o) as t from platform.outbox o
        union all select to_jsonb(h) from scheduling.holds h
        union all select to_jsonb(h) from scheduling.hold_overrides h
        union all select to_jsonb(a) from scheduling.appointments a) as everything`.execute(
      hospital.platform.database.owner(),
    )
    expect(rows[0]?.text).toContain(booked.body.id)
    expect(rows[0]?.text).not.toContain('Rettungswagen')
    expect(JSON.stringify(hospital.logged)).not.toContain('Rettungswagen')
  })

  test('a visit that moves back within the rules shows no override any more; the database knows both', async () => {
    const two = await atDesk()
    const booked = await confirm(two, await hold(two, day(7, '04:00'), { override }), { reason: 'Chest pain' })
    const move = async (start: string, more: object): Promise<TestResponse> => {
      const held = await hold(two, start, { appointmentId: booked.body.id, ...more })
      expect(outcome(held)).toBe(201)
      return two.client.post(`/v1/appointments/${booked.body.id}/reschedule`, { holdId: held.body.id })
    }
    const stored = async (): Promise<boolean | undefined> => {
      const { rows } = await sql<{ overridden: boolean }>`select overridden from scheduling.appointments
        where id = ${booked.body.id}::uuid`.execute(hospital.platform.database.owner())
      return rows[0]?.overridden
    }
    expect(await stored()).toBe(true)
    expect((await move(day(7, '15:00'), {})).body).not.toHaveProperty('override')
    expect(await stored()).toBe(false)
    const again = { reason: 'The patient can only come at night.' }
    expect((await move(day(8, '04:00'), { override: again })).body).toMatchObject({
      override: again,
      reason: 'Chest pain',
    })
    expect(await stored()).toBe(true)
    expect((await two.client.get(`/v1/appointments/${booked.body.id}`)).body.override).toEqual(again)
  })
})
