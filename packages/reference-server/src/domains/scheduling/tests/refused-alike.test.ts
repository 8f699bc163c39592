import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestResponse } from '../../../platform/http/tests/http-client.testing.ts'
import { newId } from '../../../platform/database/ids/new-id.ts'
import { answered } from '../../../test-kit/answered.ts'
import { createTestHospital } from '../../../test-kit/test-hospital.ts'
import { dayAt as day, withSchedulingVerbs, type SchedulingHospital } from './clinic.testing.ts'
import { suppliesOf } from './resources.testing.ts'

let hospital: SchedulingHospital
beforeAll(async () => {
  hospital = withSchedulingVerbs(await createTestHospital({ engine: 'postgres' }))
})
afterAll(() => hospital.stop())
const { addType, addResource } = suppliesOf(() => hospital)

const retired = async () => {
  const { id } = await addType()
  const administrator = await hospital.as('administrator')
  await answered(administrator.patch(`/v1/visit-types/${id}`, { active: false, version: 1 }), 200)
  return { visitTypeId: id }
}

/** What a search and a hold, of one visit, of visits in a row and of a series, all refuse. */
const faulty: Record<string, () => Promise<object>> = {
  'a practitioner who does not exist': async () => ({ practitionerId: newId() }),
  'a practitioner whose id is none': async () => ({ practitionerId: 'someone' }),
  'a visit type that does not exist': async () => ({ visitTypeId: newId() }),
  'a visit type that is retired': retired,
  'a state that does not exist': async () => ({ state: 'ZZ' }),
  'a resource that does not exist': async () => ({ resourceId: newId() }),
  'a resource that the visit does not need': async () => ({ resourceId: (await addResource('equipment')).id }),
}

/** Without the place in which a request names its values. */
const refusalOf = ({ status, body }: TestResponse): unknown => ({
  status,
  code: body.code,
  detail: body.detail,
  named: body.errors?.map(({ pointer, code }: { pointer: string; code: string }) => [
    pointer.replace(/^(\/|query:)/, ''),
    code,
  ]),
})

test.each(Object.entries(faulty))('%s is refused alike, wherever it is asked for', async (_, change) => {
  const [type, practitioner] = [
    await addType({ resources: [{ kind: 'room', count: 1 }] }),
    await hospital.addPractitioner(),
  ]
  const { client, patient } = await hospital.addPatient()
  const wish = { visitTypeId: type.id, practitionerId: practitioner.id, ...(await change()) }
  const start = day(2, '15:00')
  const searched = await client.get(`/v1/slots?${new URLSearchParams({ ...wish, from: start, to: day(3, '15:00') })}`)
  expect(searched.status).toBeGreaterThanOrEqual(400)
  const series = { ...wish, patientId: patient.id }
  const rule = { start, rule: 'FREQ=DAILY;COUNT=2', zone: 'America/New_York' }
  const others = [
    await client.post('/v1/holds', { ...wish, start, patientId: patient.id }),
    await client.post('/v1/appointment-series/preview', { ...series, ...rule }),
    await client.post('/v1/appointment-series', { ...series, starts: [start] }),
    // Visits in a row have no state: each patient has their own.
    ...('state' in wish ? [] : [await client.post('/v1/holds/several', { ...wish, start, patientIds: [patient.id] })]),
  ]
  for (const other of others) expect(refusalOf(other)).toEqual(refusalOf(searched))
})
