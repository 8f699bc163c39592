import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { domainEngines } from '../../../test-kit/domain-engines.testing.ts'
import { insure } from '../../billing/tests/held-visits.testing.ts'
import { setUpSampleBilling } from '../../billing/tests/set-up-sample-billing.testing.ts'
import { startOrderingHospital, type OrderingHospital } from './ordering-hospital.testing.ts'

const [primary, secondary, ended] = ['Lakeside Mutual Health', 'State Family Care', 'Prairie Health Partners']
const address = { line1: '1 Sample Street', city: 'Columbus', state: 'OH', postalCode: '43004' }

describe.each(domainEngines)('who pays for an order, on %s', (engine) => {
  let kit: OrderingHospital
  beforeAll(async () => {
    kit = await startOrderingHospital(engine)
    await kit.hospital.keep('billing', (context) => setUpSampleBilling(context, '2026-11-24'))
  })
  afterAll(() => kit.stop())

  const patientWith = async (
    given: object = {},
    ...coverages: readonly (readonly [payer: string, more: object])[]
  ): Promise<string> => {
    const patientId = await kit.hospital.addPatient({ address, sex: 'female', ...given })
    const biller = await kit.hospital.as('biller')
    for (const [payer, more] of coverages) await insure(biller, patientId, payer, more)
    return patientId
  }
  /** Fields of the segments with this name in the order as the laboratory received it; as numbered in HL7. */
  const sent = async (patientId: string, body: object = {}) => {
    const { status, body: order } = await kit.order(patientId, body)
    expect(status).toBe(201)
    await kit.hospital.transmit()
    const segments = (kit.laboratory.messages.at(-1) ?? '').split('\r').map((each) => each.split('|'))
    const named = (name: string, ...numbers: readonly number[]) =>
      segments.filter(([first]) => first === name).map((fields) => numbers.map((number) => fields[number] ?? ''))
    return { order, named, names: segments.map(([name]) => name) }
  }

  test('one coverage of the patient goes with the order, before the tests', async () => {
    const patientId = await patientWith({}, [primary, { memberNumber: 'M-1^A', groupNumber: 'G7', to: '2026-12-31' }])
    const { order, named, names } = await sent(patientId)
    expect(order.payers).toEqual([primary])
    expect(names.slice(0, 5)).toEqual(['MSH', 'PID', 'IN1', 'GT1', 'ORC'])
    const [[plan, company, name, group, from, to, ...insured] = []] = named(
      'IN1',
      2,
      3,
      4,
      8,
      12,
      13,
      16,
      17,
      18,
      19,
      22,
    )
    expect([name, group, from, to]).toEqual([primary, 'G7', '20260101', '20261231'])
    expect(company).not.toBe('')
    expect(plan).toBe(`${company}^${primary}`)
    expect(insured).toEqual([
      'Sample^Pat^^^^^L',
      'SEL^Self^HL70063',
      '19840615',
      '1 Sample Street^^Columbus^OH^43004^USA^H',
      '1',
    ])
    // A member number is text, whatever is in it.
    expect(named('IN1', 36, 43, 49)).toEqual([['M-1\\S\\A', 'F', `M-1\\S\\A^^^${company}^MB`]])
    expect(named('GT1', 3, 8, 9, 11)).toEqual([['Sample^Pat^^^^^L', '19840615', 'F', 'SEL^Self^HL70063']])
  })

  test('several coverages go in order of billing, without those that are not in force', async () => {
    const patientId = await patientWith(
      {},
      [secondary, { order: 3, memberNumber: 'SECOND' }],
      [primary, { order: 1, memberNumber: 'FIRST' }],
      [ended, { order: 2, memberNumber: 'ENDED', to: '2026-11-24' }],
      [ended, { order: 2, memberNumber: 'LATER', from: '2026-11-26' }],
    )
    const { order, named } = await sent(patientId)
    expect(named('IN1', 1, 22, 36)).toEqual([
      ['1', '1', 'FIRST'],
      ['2', '2', 'SECOND'],
    ])
    expect(order.payers).toEqual([primary, secondary])
    expect(named('GT1', 1)).toHaveLength(1)
  })

  test('a child is covered by a parent, who is the guarantor', async () => {
    const subscriber = { name: { given: 'Robin', family: 'Sample' }, birthDate: '1985-02-03', sex: 'male' }
    const child = { birthDate: '2016-05-04', name: { given: 'Kit', family: 'Sample' } }
    const patientId = await patientWith(child, [primary, { relationship: 'child', subscriber, memberNumber: 'P-1' }])
    const { named } = await sent(patientId)
    const parent = ['Sample^Robin^^^^^L', 'PAR^Parent^HL70063', '19850203', 'M']
    // The address of the parent is not known, and is not guessed.
    expect(named('IN1', 16, 17, 18, 43, 19)).toEqual([[...parent, '']])
    expect(named('GT1', 3, 11, 8, 9)).toEqual([parent])
    expect(named('PID', 5)).toEqual([['Sample^Kit^^^^^L']])
  })

  test('an adult on the coverage of a spouse pays the rest themselves', async () => {
    const subscriber = { name: { given: 'Łukasz', family: 'Żeleński' }, birthDate: '1980-01-01' }
    const patientId = await patientWith({}, [primary, { relationship: 'spouse', subscriber }])
    const { named } = await sent(patientId)
    expect(named('IN1', 16, 17)).toEqual([['Żeleński^Łukasz^^^^^L', 'SPO^Spouse^HL70063']])
    expect(named('GT1', 3, 11)).toEqual([['Sample^Pat^^^^^L', 'SEL^Self^HL70063']])
  })

  test('the name is that of the card, in Latin letters', async () => {
    const name = { given: 'منى', family: 'العلي' }
    const nameOnCard = { given: 'Mona', family: 'Alali' }
    const { named } = await sent(await patientWith({ name }, [primary, { nameOnCard }]))
    expect(named('IN1', 16)).toEqual([['Alali^Mona^^^^^L']])
  })

  test('a patient without coverage pays, as guarantor', async () => {
    const { order, named } = await sent(await patientWith())
    expect(named('IN1', 1)).toEqual([])
    expect(named('GT1', 3)).toEqual([['Sample^Pat^^^^^L']])
    expect(order.payers).toEqual([])
  })

  test.each([
    ['an adult', {}],
    ['a child, whose parents do not learn of it', { birthDate: '2011-05-04' }],
  ])('nothing of the coverage leaves for %s who pays', async (_, given) => {
    const subscriber = { name: { given: 'Robin', family: 'Sample' }, birthDate: '1975-02-03' }
    const patientId = await patientWith(given, [
      primary,
      { relationship: 'child', subscriber, memberNumber: 'SECRET-1' },
    ])
    const { order, named } = await sent(patientId, { selfPay: true })
    expect(named('IN1', 1)).toEqual([])
    expect(named('GT1', 3, 11)).toEqual([['Sample^Pat^^^^^L', 'SEL^Self^HL70063']])
    expect(kit.laboratory.messages.at(-1)).not.toMatch(/SECRET-1|Robin/)
    expect((await kit.orderNow(order.id)).payers).toEqual([])
  })

  test('an order of a visit that no payer may learn of is sent without a coverage, also if no one says so', async () => {
    const patientId = await patientWith({}, [primary, {}])
    const visitId = await kit.hospital.checkedIn(patientId)
    kit.clinician = await kit.hospital.asPractitioner(kit.doctor)
    expect((await sent(patientId, { visitId })).named('IN1', 4)).toEqual([[primary]])
    const patient = await kit.hospital.asPatient(patientId)
    expect((await patient.post(`/v1/visits/${visitId}/self-pay`)).status).toBe(200)
    const { named, order } = await sent(patientId, { visitId })
    expect(named('IN1', 1)).toEqual([])
    expect(order.payers).toEqual([])
  })

  test('an order that waits goes without the coverage of a patient who asked so after it was placed', async () => {
    const patientId = await patientWith({}, [primary, { memberNumber: 'SECRET-2' }])
    const visitId = await kit.hospital.checkedIn(patientId)
    kit.clinician = await kit.hospital.asPractitioner(kit.doctor)
    const { status, body: order } = await kit.order(patientId, { visitId })
    expect([status, order.payers]).toEqual([201, [primary]])
    const patient = await kit.hospital.asPatient(patientId)
    expect((await patient.post(`/v1/visits/${visitId}/self-pay`)).status).toBe(200)
    await kit.hospital.transmit()
    const sent = kit.laboratory.messages.at(-1) ?? ''
    expect(sent).toContain(order.groupNumber ?? 'ORC|NW|')
    expect(sent).not.toMatch(/\rIN1\||SECRET-2/)
    expect(sent).toMatch(/\rGT1\|1\|\|Sample\^Pat\^/)
    expect((await kit.orderNow(order.id)).payers).toEqual([])
  })

  test('a cancellation repeats no coverage', async () => {
    const { order } = await sent(await patientWith({}, [primary, {}]))
    await kit.clinician.post(`/v1/lab-orders/${order.id}/cancel`)
    await kit.hospital.transmit()
    expect(kit.laboratory.messages.at(-1)).toContain('ORC|CA|')
    expect(kit.laboratory.messages.at(-1)).not.toMatch(/\r(IN1|GT1)\|/)
  })
})
