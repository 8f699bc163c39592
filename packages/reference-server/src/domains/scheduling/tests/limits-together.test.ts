import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { components } from '@visitkit/contract'
import { newId } from '../../../platform/database/ids/new-id.ts'
import type { TestResponse } from '../../../platform/http/tests/http-client.testing.ts'
import { domainEngines } from '../../../test-kit/domain-engines.testing.ts'
import { answered } from '../../../test-kit/answered.ts'
import { createTestHospital } from '../../../test-kit/test-hospital.ts'
import { dayAt as day, withSchedulingVerbs, type SchedulingHospital } from './clinic.testing.ts'
import { suppliesOf } from './resources.testing.ts'

const outcome = ({ status, body }: TestResponse): unknown => (status < 300 ? status : body.code)
const everyDay = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: '00:00', to: '24:00' }))

/** The hospital opens on Wednesday, 25 November 2026: Monday is five days later. */
describe.each(domainEngines)('limits of visits that are decided together, on %s:', (engine) => {
  let hospital: SchedulingHospital
  beforeAll(async () => {
    hospital = withSchedulingVerbs(await createTestHospital({ engine }))
  })
  afterAll(() => hospital.stop())
  const { addType, asDesk, busyRows } = suppliesOf(() => hospital)

  const limited = async (limits: components['schemas']['BookingLimits'], specialty = 'cardiology') => {
    const practitioner = await hospital.addPractitioner({ specialties: [specialty] })
    const desk = await asDesk()
    const rules = { zone: 'America/New_York', weekly: everyDay, exceptions: [], limits, version: 1 }
    await answered(desk.put(`/v1/practitioners/${practitioner.id}/availability`, rules), 200)
    return { desk, practitioner, type: await addType({ horizonDays: 60, specialty }) }
  }
  const addPatientIds = async (count: number): Promise<string[]> =>
    (await Promise.all(Array.from({ length: count }, () => hospital.addPatient()))).map(({ patient }) => patient.id)

  test('eight visits of a series do not pass a limit of five a week; five do, and none is left for a sixth', async () => {
    const { desk, practitioner, type } = await limited({ perWeek: 5 })
    const [patientId = ''] = await addPatientIds(1)
    const visit = { visitTypeId: type.id, patientId, practitionerId: practitioner.id }
    const starts = Array.from({ length: 8 }, (_, index) => day(5 + (index % 4), index < 4 ? '15:00' : '18:00'))
    const refused = await desk.post('/v1/appointment-series', { ...visit, starts })
    expect([outcome(refused), refused.body.errors]).toEqual([
      'occurrences_unavailable',
      [5, 6, 7].map((place) => expect.objectContaining({ pointer: `/starts/${place}`, code: 'weekly-limit' })),
    ])
    expect(await busyRows([practitioner.id])).toEqual([])
    expect(outcome(await desk.post('/v1/appointment-series', { ...visit, starts: starts.slice(0, 5) }))).toBe(201)
    const next = { ...visit, start: starts[5] }
    expect(outcome(await desk.post('/v1/holds', next))).toBe('week_full')
    expect(outcome(await desk.post('/v1/holds', { ...next, start: day(12, '15:00') }))).toBe(201)
  })

  test('the preview of a series counts its own visits, and offers instead what another day or week has', async () => {
    const { desk, practitioner, type } = await limited({ perWeek: 3 })
    const [patientId = ''] = await addPatientIds(1)
    const visit = { visitTypeId: type.id, patientId, practitionerId: practitioner.id }
    const asked = { ...visit, start: day(5, '15:00'), rule: 'FREQ=DAILY;COUNT=8', zone: 'America/New_York' }
    const { occurrences } = await answered(desk.post('/v1/appointment-series/preview', asked), 200)
    const reasons = occurrences.map(({ reason }: { reason?: string }) => reason ?? 'works')
    expect(reasons).toEqual([...Array(3).fill('works'), ...Array(4).fill('weekly-limit'), 'works'])
    const nextWeek = Date.parse(day(12, '05:00'))
    for (const { nearest } of occurrences.slice(3, 7))
      for (const start of nearest) expect(Date.parse(start)).toBeGreaterThanOrEqual(nextWeek)
  })

  test('visits of one day in a series are counted together', async () => {
    const { desk, practitioner, type } = await limited({ perDay: 2 })
    const [patientId = ''] = await addPatientIds(1)
    const visit = { visitTypeId: type.id, patientId, practitionerId: practitioner.id }
    // In New York the third is on the day of the first two, and the fourth on the next one.
    const starts = [day(5, '15:00'), day(5, '17:00'), day(6, '04:00'), day(6, '05:00')]
    const refused = await desk.post('/v1/appointment-series', { ...visit, starts })
    expect(refused.body.errors).toEqual([expect.objectContaining({ pointer: '/starts/2', code: 'daily-limit' })])
    expect(outcome(await desk.post('/v1/appointment-series', { ...visit, starts: starts.toSpliced(2, 1) }))).toBe(201)
  })

  test('a family of three does not pass a limit of two a day; its answer is repeated, though its holds have the places', async () => {
    const { desk, practitioner, type } = await limited({ perDay: 2 })
    const patientIds = await addPatientIds(3)
    const wish = { visitTypeId: type.id, practitionerId: practitioner.id, start: day(5, '15:00'), patientIds }
    expect(outcome(await desk.post('/v1/holds/several', wish))).toBe('day_full')
    expect(await busyRows([practitioner.id])).toEqual([])
    const two = { ...wish, patientIds: patientIds.slice(0, 2) }
    const once = { idempotencyKey: newId() }
    const first = await answered(desk.post('/v1/holds/several', two, once), 201)
    expect(await answered(desk.post('/v1/holds/several', two, once), 201)).toEqual(first)
    expect(outcome(await desk.post('/v1/holds/several', { ...two, start: day(5, '18:00') }))).toBe('day_full')
  })

  test('“anyone” for a family is someone who has a place for each of them', async () => {
    const { desk, type } = await limited({ perDay: 2 }, 'dermatology')
    const free = await hospital.addPractitioner({ specialties: ['dermatology'] })
    const patientIds = await addPatientIds(3)
    const wish = { visitTypeId: type.id, start: day(20, '15:00'), patientIds }
    const { items } = await answered(desk.post('/v1/holds/several', wish), 201)
    expect(new Set(items.map((each: components['schemas']['Hold']) => each.practitioner.id))).toEqual(
      new Set([free.id]),
    )
  })

  test('of series, families and single holds at the same moment, no more get a place than the week has', async () => {
    const { desk, practitioner, type } = await limited({ perWeek: 5 })
    const ids = await addPatientIds(18)
    const at = (index: number): string => new Date(Date.parse(day(6, '05:00')) + index * 3_600_000).toISOString()
    const wish = { visitTypeId: type.id, practitionerId: practitioner.id }
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, index) => [
        desk.post('/v1/appointment-series', {
          ...wish,
          patientId: ids[index],
          starts: [at(4 * index), at(4 * index + 1)],
        }),
        hospital.as('front-desk').then((other) =>
          other.post('/v1/holds/several', {
            ...wish,
            start: at(4 * index + 2),
            patientIds: ids.slice(6 + 2 * index, 8 + 2 * index),
          }),
        ),
        hospital.as('front-desk').then((other) => other.post('/v1/holds', { ...wish, start: at(4 * index + 3.5) })),
      ]).flat(),
    )
    const unexpected = answers
      .map(outcome)
      .filter((each) => !['201', 'occurrences_unavailable', 'week_full'].includes(String(each)))
    expect(unexpected).toEqual([])
    expect((await busyRows([practitioner.id])).length).toBe(5)
  })
})
