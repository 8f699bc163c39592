import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TestResponse } from '../../../platform/http/tests/http-client.testing.ts'
import { domainEngines } from '../../../test-kit/domain-engines.testing.ts'
import { answered } from '../../../test-kit/answered.ts'
import { createTestHospital } from '../../../test-kit/test-hospital.ts'
import { dayAt as day, withSchedulingVerbs, type SchedulingHospital } from './clinic.testing.ts'
import { suppliesOf } from './resources.testing.ts'

const outcome = ({ status, body }: TestResponse): unknown => (status < 300 ? status : body.code)

describe.each(domainEngines)('visits in a row, on %s:', (engine) => {
  let hospital: SchedulingHospital
  beforeAll(async () => {
    hospital = withSchedulingVerbs(await createTestHospital({ engine }))
  })
  afterAll(() => hospital.stop())
  const { addType, addResource, asDesk, busyRows, search } = suppliesOf(() => hospital)
  const addPatients = (count: number) => Promise.all(Array.from({ length: count }, () => hospital.addPatient()))

  test('are offered where they follow one another, buffers included, and held for a family in one change', async () => {
    // 30 minutes and a buffer of 10, every 20 minutes: one begins every 40.
    const type = await addType({ bufferAfterMinutes: 10, stepMinutes: 20 })
    const plain = await addType()
    const practitioner = await hospital.addPractitioner({}, { from: '10:00', to: '13:00' })
    const [one, two, three] = await addPatients(3)
    const patientIds = [one!, two!, three!].map(({ patient }) => patient.id)
    const query = { visitTypeId: type.id, practitionerId: practitioner.id, from: day(1, '15:00'), to: day(1, '18:00') }
    const starts = async (inARow: string): Promise<string[]> =>
      (await search(one!.client, { ...query, inARow })).items.map(({ start }) => start.slice(11, 16))
    expect(await starts('3')).toEqual(['15:00', '15:20', '15:40', '16:00'])
    const desk = await asDesk()
    await answered(
      desk.post('/v1/holds', { visitTypeId: plain.id, start: day(1, '15:00'), practitionerId: practitioner.id }),
      201,
    )
    expect(await starts('3')).toEqual(['15:40', '16:00'])
    expect(await starts('4')).toEqual([])

    const wish = { visitTypeId: type.id, practitionerId: practitioner.id, patientIds, start: day(1, '15:40') }
    const { items } = await answered(desk.post('/v1/holds/several', wish), 201)
    expect(items.map((each: Record<string, unknown>) => [each['patientId'], each['start']])).toEqual(
      patientIds.map((id, place) => [id, day(1, ['15:40', '16:20', '17:00'][place] ?? '')]),
    )
    expect(await starts('2')).toEqual([])
    for (const [place, hold] of items.entries())
      await answered(desk.post('/v1/appointments', { holdId: hold.id, patientId: patientIds[place] }), 201)
    expect((await two!.client.get('/v1/appointments')).body.items.map(({ start }: { start: string }) => start)).toEqual(
      [day(1, '16:20')],
    )
  })

  test('are all held or none: one visit that is taken, a patient elsewhere or a missing interpreter refuses them all', async () => {
    const type = await addType()
    const practitioner = await hospital.addPractitioner()
    const people = await addPatients(3)
    const patientIds = people.map(({ patient }) => patient.id)
    const desk = await asDesk()
    const wish = { visitTypeId: type.id, practitionerId: practitioner.id, patientIds, start: day(2, '15:00') }
    const third = await people[2]!.client.post('/v1/holds', { ...wish, patientIds: undefined, start: day(2, '16:00') })
    expect(outcome(third)).toBe(201)
    const refused = await desk.post('/v1/holds/several', wish)
    expect([outcome(refused), refused.body.nearest]).toEqual([
      'slot_taken',
      [day(2, '13:30'), day(2, '14:00'), day(2, '14:30')],
    ])
    expect(await busyRows([practitioner.id])).toHaveLength(1)
    await people[2]!.client.post('/v1/appointments', { holdId: third.body.id, patientId: patientIds[2] })
    const elsewhere = { ...wish, practitionerId: (await hospital.addPractitioner()).id }
    expect(outcome(await desk.post('/v1/holds/several', elsewhere))).toBe('patient_busy')
    const interpreter = await addResource('interpreter', { languages: ['am'] })
    const other = await hospital.addPractitioner()
    const first = { visitTypeId: type.id, start: day(3, '15:30'), practitionerId: other.id, interpreterLanguage: 'am' }
    await answered(people[0]!.client.post('/v1/holds', first), 201)
    const interpreted = { ...wish, start: day(3, '15:00'), interpreterLanguage: 'am' }
    expect(outcome(await desk.post('/v1/holds/several', interpreted))).toBe('resources_taken')
    const later = await answered(desk.post('/v1/holds/several', { ...interpreted, start: day(3, '16:00') }), 201)
    expect(later.items.map(({ resources }: { resources: { id: string }[] }) => resources[0]?.id)).toEqual(
      Array(3).fill(interpreter.id),
    )
  })

  test('staff hold a row outside the rules with a reason, which each visit keeps; what they cannot lift refuses all of them', async () => {
    const type = await addType()
    const practitioner = await hospital.addPractitioner({}, { from: '10:00', to: '11:00' })
    const people = await addPatients(2)
    const patientIds = people.map(({ patient }) => patient.id)
    const desk = await asDesk()
    const override = { reason: 'The school has no other hour.' }
    const wish = { visitTypeId: type.id, practitionerId: practitioner.id, patientIds, start: day(6, '15:35') }
    expect(outcome(await desk.post('/v1/holds/several', wish))).toBe('outside_hours')
    expect(outcome(await people[0]!.client.post('/v1/holds/several', { ...wish, override }))).toBe('forbidden')
    const anyone = await desk.post('/v1/holds/several', { ...wish, override, practitionerId: undefined })
    expect(anyone.body.errors).toMatchObject([{ pointer: '/practitionerId', code: 'required' }])

    const held = await answered(desk.post('/v1/holds/several', { ...wish, override }), 201)
    expect(held.items.map(({ start }: { start: string }) => start)).toEqual([day(6, '15:35'), day(6, '16:05')])
    for (const [place, hold] of held.items.entries()) {
      const body = { holdId: hold.id, patientId: patientIds[place] }
      expect(await answered(desk.post('/v1/appointments', body), 201)).toMatchObject({ override })
    }
    const others = (await addPatients(2)).map(({ patient }) => patient.id)
    const taken = await desk.post('/v1/holds/several', {
      ...wish,
      override,
      patientIds: others,
      start: day(6, '15:05'),
    })
    expect(outcome(taken)).toBe('slot_taken')
    const elsewhere = { ...wish, override, practitionerId: (await hospital.addPractitioner()).id }
    expect(outcome(await desk.post('/v1/holds/several', elsewhere))).toBe('patient_busy')
    const gone = await desk.post('/v1/holds/several', { ...wish, override, patientIds: others, start: day(0, '14:00') })
    expect(outcome(gone)).toBe('notice_too_short')
  })

  test('a proxy holds for those for whom they act, up to six together', async () => {
    const type = await addType()
    const practitioner = await hospital.addPractitioner()
    const people = await addPatients(2)
    const [child, stranger] = people
    const actor = await hospital.addActor('patient', child!.patient.id, ['schedule'])
    const wish = { visitTypeId: type.id, practitionerId: practitioner.id, start: day(4, '15:00') }
    const several = (patientIds: string[], start = wish.start) =>
      actor.client.post('/v1/holds/several', { ...wish, start, patientIds })
    expect(outcome(await several([child!.patient.id, stranger!.patient.id]))).toBe('not_found')
    const twice = await several([child!.patient.id, child!.patient.id])
    expect([outcome(twice), twice.body.errors[0].pointer]).toEqual(['invalid_request', '/patientIds/1'])
    // Three at a time for one person, and six if they are placed together.
    for (const time of ['18:00', '19:00', '20:00', '21:00', '22:00'])
      expect(outcome(await several([child!.patient.id], day(4, time)))).toBe(201)
    expect(outcome(await several([child!.patient.id], day(4, '15:00')))).toBe(201)
    expect(outcome(await several([child!.patient.id], day(4, '16:00')))).toBe('too_many_holds')
    await actor.allow(['record'])
    expect(outcome(await several([child!.patient.id]))).toBe('outside_proxy_scope')
  })

  test('of ten families for one morning at the same moment, one has it', async () => {
    const type = await addType()
    const practitioner = await hospital.addPractitioner({}, { from: '10:00', to: '11:30' })
    const desk = await asDesk()
    const families = await Promise.all(Array.from({ length: 10 }, () => addPatients(3)))
    const answers = await Promise.all(
      families.map((family) =>
        desk.post('/v1/holds/several', {
          visitTypeId: type.id,
          practitionerId: practitioner.id,
          start: day(5, '15:00'),
          patientIds: family.map(({ patient }) => patient.id),
        }),
      ),
    )
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
    const refusals = new Set(answers.map(outcome).filter((each) => each !== 201))
    expect([...refusals].filter((each) => each !== 'held_by_you' && each !== 'slot_taken')).toEqual([])
    expect(await busyRows([practitioner.id])).toHaveLength(3)
  })
})
