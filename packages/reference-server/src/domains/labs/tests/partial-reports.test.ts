import { domainEngines } from '../../../test-kit/domain-engines.testing.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { potassium, startOrderingHospital, type OrderingHospital } from './ordering-hospital.testing.ts'

describe.each(domainEngines)('partial reports on %s', (engine) => {
  let kit: OrderingHospital
  beforeAll(async () => {
    kit = await startOrderingHospital(engine)
  })
  afterAll(() => kit.stop())

  test('a partial report, its late repeat and the final report become one result with the most final status', async () => {
    const { orderId, received } = await kit.placed()
    const { placerNumber } = received
    expect(await kit.laboratory.report({ placerNumber, status: 'P', values: [potassium('4.9')] })).toMatchObject({
      code: 'AA',
    })
    expect((await kit.orderNow(orderId)).status).toBe('partial')
    expect(
      await kit.laboratory.report({ placerNumber, status: 'F', values: [potassium('5.4', { flag: 'H' })] }),
    ).toMatchObject({ code: 'AA' })
    expect(await kit.laboratory.report({ placerNumber, status: 'P', values: [potassium('4.9')] })).toMatchObject({
      code: 'AA',
    })
    const result = await kit.resultNow(orderId)
    expect(result).toMatchObject({
      status: 'final',
      abnormal: true,
      version: 2,
      laboratory: 'Example Reference Laboratory',
      test: { code: 'K', loinc: '2823-3' },
      observations: [{ value: '5.4', unit: 'mmol/L', flag: 'H', status: 'final', referenceRange: '3.5-5.1' }],
    })
    expect((await kit.orderNow(orderId)).status).toBe('final')
  })

  describe('a value that a partial report adds', () => {
    const sodium = (value: string, more: object = {}) => ({ loinc: '2951-2', name: 'Sodium', value, ...more })
    const critical = potassium('7.4', { flag: 'HH', status: 'F' })

    test('after a correction in another report is stored, and starts the clock of a critical value', async () => {
      const { orderId, received } = await kit.placed()
      const { placerNumber } = received
      await kit.laboratory.report({ placerNumber, status: 'P', values: [sodium('141', { status: 'F' })] })
      await kit.laboratory.report({ placerNumber, status: 'P', values: [sodium('131', { status: 'C' })] })
      expect(await kit.resultNow(orderId)).toMatchObject({ status: 'partial' })
      expect((await kit.orderNow(orderId)).status).toBe('partial')
      await kit.laboratory.report({ placerNumber, status: 'P', values: [critical] })
      expect(await kit.resultNow(orderId)).toMatchObject({
        status: 'partial',
        critical: { notified: [{ role: 'ordering-practitioner' }] },
        observations: [{ value: '131', replaced: { value: '141' } }, { value: '7.4' }],
      })
      await kit.laboratory.report({ placerNumber, status: 'F', values: [critical] })
      expect(await kit.resultNow(orderId)).toMatchObject({ status: 'final' })
    })

    test('to a final report is stored, and starts the clock of a critical value', async () => {
      const { orderId, received } = await kit.placed()
      const { placerNumber } = received
      await kit.laboratory.report({ placerNumber, status: 'F', values: [sodium('141')] })
      await kit.laboratory.report({ placerNumber, status: 'A', values: [critical] })
      expect(await kit.resultNow(orderId)).toMatchObject({
        status: 'final',
        critical: { notified: [{ role: 'ordering-practitioner' }] },
        observations: [{ value: '141' }, { value: '7.4' }],
      })
    })
  })
})
