import { domainEngines } from '../../../test-kit/domain-engines.testing.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { framed, potassium, startOrderingHospital, type OrderingHospital } from './ordering-hospital.testing.ts'

describe.each(domainEngines)('one laboratory number for several tests, on %s', (engine) => {
  let kit: OrderingHospital
  beforeAll(async () => {
    kit = await startOrderingHospital(engine)
  })
  afterAll(() => kit.stop())

  let messages = 0
  const send = async (...segments: readonly string[]): Promise<void> => {
    messages += 1
    const header = `MSH|^~\\&|LAB|EXAMPLE-LAB|||2026112516${String(messages).padStart(4, '0')}||ORU^R01^ORU_R01|N${messages}|P|2.5.1`
    const response = await kit.laboratory.sendBytes(framed([header, 'PID|1||1||Sample^Pat||19840615|F', ...segments]))
    expect(String(response)).toContain('MSA|AA')
  }
  const request = (number: string, filler: string, test: string, status: string, parent = ''): string =>
    `OBR|1|${number}|${filler}|${test}|||20261125${'|'.repeat(18)}${status}|${parent}`
  const two = { tests: ['K', 'TSH'].map((code) => ({ code, answers: [] })) }
  const resultsOf = async (orderId: string) => {
    const { resultIds } = await kit.orderNow(orderId)
    return Promise.all(resultIds.map(async (id: string) => (await kit.clinician.get(`/v1/lab-results/${id}`)).body))
  }

  test('a correction reaches the result of its own test after a person has matched both', async () => {
    const { orderId } = await kit.placed(two)
    const person = { family: 'Sample', given: 'Patricia', birthDate: '19840615' }
    const report = { fillerNumber: `ACC-${engine}`, person }
    const thyrotropin = (value: string) => ({ loinc: '3016-3', name: 'TSH', value })
    for (const more of [
      { test: 'K', values: [potassium('4.4')] },
      { test: 'TSH', values: [thyrotropin('2.1')] },
    ]) {
      await kit.laboratory.report({ ...report, ...more })
      // A later report of a matched one may already have been followed.
      const waiting = await kit.inbox(report.fillerNumber)
      if (waiting) await kit.clinician.post(`/v1/unmatched-results/${waiting.id}/match`, { orderId })
    }
    await kit.laboratory.report({ ...report, test: 'TSH', status: 'C', values: [thyrotropin('9.9')] })
    expect(await resultsOf(orderId)).toMatchObject([
      { test: { code: 'K' }, status: 'final', observations: [{ value: '4.4' }] },
      { test: { code: 'TSH' }, status: 'corrected', observations: [{ value: '9.9', replaced: { value: '2.1' } }] },
    ])
  })

  test('a test that was not ordered is not stored under another one that a person matched', async () => {
    const { orderId } = await kit.placed()
    const report = {
      fillerNumber: `OTHER-${engine}`,
      person: { family: 'Sample', given: 'Patricia', birthDate: '19840615' },
    }
    await kit.laboratory.report({ ...report, test: 'K', values: [potassium('4.4')] })
    const { id } = await kit.inbox(report.fillerNumber)
    await kit.clinician.post(`/v1/unmatched-results/${id}/match`, { orderId })
    await kit.laboratory.report({ ...report, test: 'TSH', values: [{ loinc: '3016-3', name: 'TSH', value: '9.9' }] })
    expect(await kit.resultNow(orderId)).toMatchObject({ version: 1, observations: [{ value: '4.4' }] })
    expect(await kit.inbox(report.fillerNumber)).toMatchObject({ testName: 'TSH' })
  })

  test('a test that arrives under the first number of its order gets its own result', async () => {
    const { orderId, received } = await kit.placed(two)
    const first = received.placerNumber.replace(/-2$/, '-1')
    await send(
      request(first, `ONE-${engine}`, 'K^Potassium^L', 'F'),
      'OBX|1|NM|2823-3^K^LN||4.4|mmol/L|||||F',
      request(first, `ONE-${engine}`, 'TSH^TSH^L', 'F'),
      'OBX|1|NM|3016-3^TSH^LN||2.1|mIU/L|||||F',
    )
    expect(await resultsOf(orderId)).toMatchObject([
      { test: { code: 'K' }, observations: [{ value: '4.4' }] },
      { test: { code: 'TSH' }, observations: [{ value: '2.1' }] },
    ])
  })

  test('susceptibilities of two organisms are shown with their organism, and are corrected separately', async () => {
    const { orderId, received } = await kit.placed({ tests: [{ code: 'UCULT', answers: [] }] })
    const { placerNumber } = received
    const susceptibility = (parent: string, status: string, value: string) => [
      request(placerNumber, `CULT-${engine}`, 'SUSC^Susceptibility^L', status, parent),
      `OBX|1|ST|18864-9^Ampicillin^LN||${value}||||||${status}`,
    ]
    const organism = (sub: number): string => `600-7&Organism&LN^${sub}`
    await send(
      request(placerNumber, `CULT-${engine}`, 'UCULT^Culture^L', 'F'),
      'OBX|1|CE|600-7^Organism^LN|1|^E. coli||||||F',
      'OBX|2|CE|600-7^Organism^LN|2|^Klebsiella||||||F',
      ...susceptibility(organism(1), 'F', 'R'),
      ...susceptibility(organism(2), 'F', 'S'),
    )
    const organisms = [{ value: 'E. coli' }, { value: 'Klebsiella' }]
    expect(await kit.resultNow(orderId)).toMatchObject({
      status: 'final',
      observations: [
        ...organisms,
        { name: 'Ampicillin (E. coli)', value: 'R', status: 'final' },
        { name: 'Ampicillin (Klebsiella)', value: 'S', status: 'final' },
      ],
    })
    await send(...susceptibility(organism(2), 'C', 'R'))
    expect(await kit.resultNow(orderId)).toMatchObject({
      observations: [
        ...organisms,
        { value: 'R', status: 'final' },
        { value: 'R', status: 'corrected', replaced: { value: 'S' } },
      ],
    })
  })
})
