import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { components } from '@visitkit/contract'
import { domainEngines } from '../../../../test-kit/domain-engines.testing.ts'
import { startPractice, written, type TestPractice } from '../../tests/practice.testing.ts'

type Directions = components['schemas']['Directions']

describe.each(domainEngines)('a prescription that does not fit its medication, on %s', (engine) => {
  let practice: TestPractice
  beforeAll(async () => {
    practice = await startPractice(engine)
  })
  afterAll(() => practice.stop())

  const once = (doseUnit: Directions['doseUnit'], route: Directions['route']): Directions => ({
    ...{ dose: 1, doseUnit, route, timing: { timesPerDay: 1 } },
  })

  it.each([
    ['amlodipine tablets in mL', '197361', once('mL', 'oral'), ['directions-unfit', 'quantity-unchecked']],
    ['atorvastatin tablets on the skin', '617312', once('tablet', 'topical'), ['directions-unfit']],
    [
      'furosemide tablets by the spray in the nose',
      '310429',
      once('spray', 'nasal'),
      ['directions-unfit', 'directions-unfit', 'quantity-unchecked'],
    ],
    ['hydrocortisone cream by application', '106258', once('application', 'topical'), ['quantity-unchecked']],
  ])('is not signed without a reason for each alert: %s', async (_, rxcui, directions, kinds) => {
    const body = written({ rxcui, directions })
    const at = await practice.drafted(body)
    const { id, version, alerts } = at.prescription
    expect(alerts.map(({ kind }) => kind)).toEqual(kinds)
    const sign = (signedVersion: number) =>
      at.prescriber.client.post(`/v1/prescriptions/${id}/sign`, { version: signedVersion })
    const refused = await sign(version)
    expect([refused.status, refused.body.code]).toEqual([409, 'alerts_open'])
    expect(refused.body.errors.map(({ code }: { code: string }) => code)).toEqual(kinds)
    const acknowledgments = alerts.map(({ id: alertId }) => ({ alertId, reason: 'Asked the pharmacist.' }))
    const { body: changed } = await at.prescriber.client.put(`/v1/prescriptions/${id}`, {
      ...{ ...body, acknowledgments, version },
    })
    expect((await sign(changed.version)).body).toMatchObject({
      status: 'sending',
      alerts: kinds.map((kind) => ({ kind })),
    })
  })

  it('in its quantity is refused, although the unit of the dose differs', async () => {
    const at = await practice.drafted()
    const directions: Directions = { dose: 2, doseUnit: 'puff', route: 'inhalation', timing: { timesPerDay: 4 } }
    const write = (quantity: number) =>
      at.prescriber.client.post(
        `/v1/patients/${at.patient.id}/prescriptions`,
        written({ rxcui: '2123111', directions, quantity }),
      )
    expect(await write(30)).toMatchObject({
      status: 422,
      body: { code: 'quantity_implausible', errors: [{ pointer: '/quantity', code: 'too_large' }] },
    })
    expect(await write(2)).toMatchObject({ status: 201, body: { alerts: [] } })
  })

  it('because its diagnosis does not exist is refused with the field named, when it is written and when it is changed', async () => {
    const at = await practice.drafted({ diagnosisCode: 'I10' })
    const { id, version } = at.prescription
    const refused = {
      status: 422,
      body: { code: 'unknown_code', errors: [{ pointer: '/diagnosisCode', code: 'unknown' }] },
    }
    const wrong = written({ diagnosisCode: 'Z99.999' })
    expect(await at.prescriber.client.post(`/v1/patients/${at.patient.id}/prescriptions`, wrong)).toMatchObject(refused)
    expect(await at.prescriber.client.put(`/v1/prescriptions/${id}`, { ...wrong, version })).toMatchObject(refused)
    expect((await practice.read(at)).diagnosisCode).toBe('I10')
  })
})
