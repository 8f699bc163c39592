import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { components } from '@visitkit/contract'
import { domainEngines } from '../../../test-kit/domain-engines.testing.ts'
import { startImport, testsHeading, type ImportedTests } from './imported-tests.testing.ts'
import { startOrderingHospital, type OrderingHospital } from './ordering-hospital.testing.ts'

type Held = components['schemas']['UnmatchedResult']
type Result = components['schemas']['LabResult']

/* The catalog says what each test measures. 2339-0 is a mass of glucose: in moles it is another test, 15074-8. */

describe.each(domainEngines)('a measurement in a unit that is not one of its test, on %s', (engine) => {
  let imported: ImportedTests
  let kit: OrderingHospital
  let outcome: Awaited<ReturnType<ImportedTests['run']>>
  beforeAll(async () => {
    imported = await startImport()
    outcome = await imported.run(
      [testsHeading, 'BMPX,51990-0,Basic panel,,,yes', 'GLUX,2345-7,Glucose,,,no'].join('\n'),
      ...imported.withLoinc,
    )
    kit = await startOrderingHospital(engine, { environment: imported.environment })
  })
  afterAll(async () => {
    await kit?.stop()
    await imported.remove()
  })

  const panel = () => kit.placed({ tests: [{ code: 'BMPX', answers: [] }] })
  const glucose = (value: string, unit: string) => ({ loinc: '2339-0', name: 'Glucose', value, unit, range: '' })
  const urea = { loinc: '6299-2', name: 'Urea nitrogen', value: '14', unit: 'mg/dL', range: '7-20' }
  const calcium = { loinc: '17861-6', name: 'Calcium', value: '2.4', unit: 'mmol/L', range: '' }
  const report = ({ received: { placerNumber } }: Awaited<ReturnType<typeof panel>>, number: string, more: object) =>
    kit.laboratory.report({ placerNumber, fillerNumber: `${number}-${engine}`, values: [], ...more })
  const held = async (number: string): Promise<Held[]> =>
    (await kit.clinician.get('/v1/unmatched-results?limit=100')).body.items.filter(
      ({ fillerNumber }: Held) => fillerNumber === `${number}-${engine}`,
    )
  const values = (result: Result) => result.observations.map(({ loinc, value, unit }) => [loinc, value, unit])

  test('is recognized for what the catalog has, and for what its panels have', () => {
    // 2345-7, and the glucose and urea of the panel: the release says nothing of its calcium.
    expect(outcome.text).toContain('The units of 3 measurements are compared with LOINC, and those of no others.')
  })

  test('waits as a contradiction, and what is next to it is in the result, which is not complete', async () => {
    const order = await panel()
    const { patientId, orderId } = order
    expect((await report(order, 'U1', { values: [glucose('5.1', 'mmol/L'), urea, calcium] }))?.code).toBe('AA')
    const [entry, ...more] = await held('U1')
    expect([entry?.reason, entry?.patientId, entry?.response, more]).toEqual([
      'contradictory',
      patientId,
      undefined,
      [],
    ])
    expect((await kit.orderNow(orderId)).status).toBe('partial')
    // The release has no calcium, so its unit is not judged.
    expect(values(await kit.resultNow(orderId))).toEqual([
      ['6299-2', '14', 'mg/dL'],
      ['17861-6', '2.4', 'mmol/L'],
    ])
    const { items } = (await kit.clinician.get(`/v1/unmatched-results/${entry?.id}/messages`)).body
    expect(items[0].text).toContain('mmol/L')

    // The same again is no second entry, and no one can give it to an order.
    await report(order, 'U1', { values: [glucose('5.1', 'mmol/L'), urea, calcium] })
    expect(await held('U1')).toHaveLength(1)
    const match = await kit.clinician.post(`/v1/unmatched-results/${entry?.id}/match`, { orderId })
    expect([match.status, match.body.code]).toEqual([409, 'response_not_applicable'])

    // The laboratory is telephoned, and sends it in the right unit.
    await report(order, 'U1', { values: [glucose('92', 'mg/dL'), urea, calcium] })
    expect((await kit.orderNow(orderId)).status).toBe('final')
    expect(values(await kit.resultNow(orderId))).toContainEqual(['2339-0', '92', 'mg/dL'])
    expect((await kit.clinician.post(`/v1/unmatched-results/${entry?.id}/return`)).status).toBe(200)
    expect(await held('U1')).toEqual([])
  })

  test('that is all of a report makes no result, and the test is still awaited', async () => {
    const order = await kit.placed({ tests: [{ code: 'GLUX', answers: [] }] })
    await report(order, 'U2', {
      values: [{ loinc: '2345-7', name: 'Glucose', value: '5.1', unit: 'mmol/L', range: '' }],
    })
    expect((await held('U2')).map(({ reason }) => reason)).toEqual(['contradictory'])
    expect(await kit.orderNow(order.orderId)).toMatchObject({ status: 'accepted', resultIds: [] })
  })

  test('of another person waits apart from the rest, which waits as theirs', async () => {
    const order = await panel()
    await report(order, 'U3', { person: { family: 'Other' }, values: [glucose('5.1', 'mmol/L'), urea] })
    expect((await held('U3')).map(({ reason }) => reason).toSorted()).toEqual(['contradictory', 'identity-differs'])
    expect((await kit.orderNow(order.orderId)).resultIds).toEqual([])
  })
})
