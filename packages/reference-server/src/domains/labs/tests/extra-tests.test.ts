import { domainEngines } from '../../../test-kit/domain-engines.testing.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { potassium, startOrderingHospital, type OrderingHospital } from './ordering-hospital.testing.ts'

const glucose = (value: string) => ({ loinc: '2345-7', name: 'Glucose', value, unit: 'mg/dL', range: '70-99' })

describe.each(domainEngines)('a test that was not ordered, on %s', (engine) => {
  let kit: OrderingHospital
  beforeAll(async () => {
    kit = await startOrderingHospital(engine)
  })
  afterAll(() => kit.stop())

  const resultsOf = async (orderId: string) => {
    const { resultIds } = await kit.orderNow(orderId)
    return Promise.all(resultIds.map(async (id: string) => (await kit.clinician.get(`/v1/lab-results/${id}`)).body))
  }
  const reportGlucose = (placerNumber: string, value: string, more: object = {}) =>
    kit.laboratory.report({ placerNumber, test: 'GLU', values: [glucose(value)], ...more })

  test('is with the order under its number, and completes nothing', async () => {
    const { orderId, received } = await kit.placed()
    expect((await reportGlucose(received.placerNumber, '91'))?.code).toBe('AA')
    expect(await kit.orderNow(orderId)).toMatchObject({ status: 'accepted', tests: [{ status: 'ordered' }] })
    expect(await resultsOf(orderId)).toMatchObject([{ test: { code: 'GLU' }, extra: true, status: 'final' }])
    await kit.laboratory.report({ placerNumber: received.placerNumber, values: [potassium('4.4')] })
    expect(await kit.orderNow(orderId)).toMatchObject({ status: 'final', tests: [{ status: 'final' }] })
    expect(await resultsOf(orderId)).toMatchObject([
      { test: { code: 'GLU' }, extra: true, observations: [{ value: '91' }] },
      { test: { code: 'K' }, extra: false, observations: [{ value: '4.4' }] },
    ])
  })

  test('is corrected by itself, next to another that was not ordered under the same number', async () => {
    const { orderId, received } = await kit.placed()
    await reportGlucose(received.placerNumber, '91')
    const calcium = { loinc: '17861-6', name: 'Calcium', value: '9.1' }
    await kit.laboratory.report({ placerNumber: received.placerNumber, test: 'CA', values: [calcium] })
    await reportGlucose(received.placerNumber, '191', { status: 'C' })
    expect(await resultsOf(orderId)).toMatchObject([
      { test: { code: 'GLU' }, status: 'corrected', observations: [{ value: '191', replaced: { value: '91' } }] },
      { test: { code: 'CA' }, status: 'final', version: 1 },
    ])
  })

  test('does not end the wait for a cancellation', async () => {
    const { orderId, received } = await kit.placed()
    await kit.clinician.post(`/v1/lab-orders/${orderId}/cancel`)
    await reportGlucose(received.placerNumber, '91')
    expect((await kit.orderNow(orderId)).status).toBe('cancel-requested')
  })

  test('a part of a test that was not reported yet does not complete it', async () => {
    const { orderId, received } = await kit.placed({ tests: [{ code: 'UCULT', answers: [] }] })
    const person = 'PID|1||1||Sample^Pat||19840615|F'
    const request = (test: string, parent: string) =>
      `OBR|1|${received.placerNumber}|PART-${engine}|${test}|||20261125${'|'.repeat(18)}F|${parent}`
    await kit.send(
      person,
      request('SUSC^Susceptibility^L', '600-7&Organism&LN^1'),
      'OBX|1|ST|1-8^Ampicillin^LN||R||||||F',
    )
    expect(await kit.orderNow(orderId)).toMatchObject({ status: 'accepted', tests: [{ status: 'ordered' }] })
    await kit.send(person, request('UCULT^Culture^L', ''), 'OBX|1|CE|600-7^Organism^LN|1|^E. coli||||||F')
    expect(await kit.orderNow(orderId)).toMatchObject({ status: 'final', tests: [{ status: 'final' }] })
  })
})
