import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { components } from '@visitkit/contract'
import { domainEngines } from '../../../test-kit/domain-engines.testing.ts'
import { startOrderingHospital, type OrderingHospital, type Placed } from './ordering-hospital.testing.ts'

type Held = components['schemas']['UnmatchedResult']

/* One faulty line of a message is no reason to refuse the rest of it, which may be what someone waits for. */

describe.each(domainEngines)('a message with a part that cannot be read, on %s', (engine) => {
  let kit: OrderingHospital
  let count = 0
  beforeAll(async () => {
    kit = await startOrderingHospital(engine)
  })
  afterAll(() => kit.stop())

  const personOf = ({ received: { person } }: Placed): string =>
    `PID|1||X||${person.family}^${person.given}||${person.birthDate.replaceAll('-', '')}|F`
  const request = (placer: string, filler: string, test: string, status: string): string =>
    `OBR|1|${placer}|${filler}|${test}|||||||||||||||||||||${status}`
  const line = (code: string, value: string, status: string, flag = ''): string =>
    `OBX|1|NM|${code}||${value}|mmol/L^mmol/L^UCUM||${flag}|||${status}`
  const potassiumOf = '2823-3^Potassium^LN'
  const number = (): string => `FL-${engine}-${(count += 1)}`
  const held = async (fillerNumber: string): Promise<Held[]> =>
    (await kit.clinician.get('/v1/unmatched-results?limit=100')).body.items.filter(
      (each: Held) => each.fillerNumber === fillerNumber,
    )
  /** Requires that it waits as a code that is not known, with its message, and that a person can only settle it. */
  const waits = async (fillerNumber: string, { orderId, patientId }: Placed, text: string): Promise<Held> => {
    const [entry, ...more] = await held(fillerNumber)
    expect([entry?.reason, entry?.patientId, entry?.response, more]).toEqual(['unknown-code', patientId, undefined, []])
    const { items } = (await kit.clinician.get(`/v1/unmatched-results/${entry?.id}/messages`)).body
    expect(items.at(-1).text).toContain(text)
    const match = await kit.clinician.post(`/v1/unmatched-results/${entry?.id}/match`, { orderId })
    expect([match.status, match.body.code]).toEqual([409, 'response_not_applicable'])
    return entry as Held
  }

  test('keeps the test next to it: the right potassium is with its order, and the other test waits', async () => {
    const order = await kit.placed({ tests: ['K', 'CBC'].map((code) => ({ code, answers: [] })) })
    const placer = order.received.placerNumber.replace(/-\d+$/, '')
    const [right, faulty] = [number(), number()]
    const segments = [
      personOf(order),
      ...[request(`${placer}-1`, right, 'K^Potassium^L', 'F'), line(potassiumOf, '4.1', 'F')],
      ...[request(`${placer}-2`, faulty, 'CBC^Blood count^L', 'Q'), line('718-7^Hemoglobin^LN', '5.1', 'F')],
    ]
    expect(await kit.send(...segments)).toContain('MSA|AA')
    expect((await kit.resultNow(order.orderId)).observations).toMatchObject([{ value: '4.1', status: 'final' }])
    const { status, tests } = await kit.orderNow(order.orderId)
    expect([status, tests.map((each: { status: string }) => each.status)]).toEqual(['partial', ['final', 'ordered']])
    const { id } = await waits(faulty, order, `|${faulty}|CBC^Blood count^L`)

    // The same again is no second entry. In order, it completes the order.
    await kit.send(...segments)
    expect(await held(faulty)).toHaveLength(1)
    await kit.send(...segments.map((each) => each.replace(/\|Q$/, '|F')))
    expect((await kit.orderNow(order.orderId)).status).toBe('final')
    expect((await kit.clinician.post(`/v1/unmatched-results/${id}/return`)).status).toBe(200)
    expect(await held(faulty)).toEqual([])
  })

  test.each([
    ['a status that is not known', 'Q', potassiumOf],
    ['no status, as in a line that was cut', '', potassiumOf],
    ['a status with the name of a property', 'constructor', potassiumOf],
    ['no code', 'F', ''],
  ])('keeps the measurement next to one with %s, and the test is not complete', async (_, status, code) => {
    const [order, filler] = [await kit.placed(), number()]
    const { placerNumber } = order.received
    const right = 'OBX|2|NM|2951-2^Sodium^LN||140|mmol/L|||||F'
    expect(
      await kit.send(
        personOf(order),
        ...[request(placerNumber, filler, 'K^Potassium^L', 'F'), line(code, '6.9', status), right],
      ),
    ).toContain('MSA|AA')
    const { status: now, observations } = await kit.resultNow(order.orderId)
    expect([now, observations.map(({ value }: { value: string }) => value)]).toEqual(['partial', ['140']])
    expect((await kit.orderNow(order.orderId)).status).toBe('partial')
    await waits(filler, order, '|6.9|')
  })

  test('keeps what other people wait for, and each of them has only their own part of the message', async () => {
    const [order, other] = [
      await kit.placed(),
      await kit.placed({}, { name: { given: 'Kim', family: 'Specimen' }, birthDate: '1990-01-02' }),
    ]
    const [right, faulty] = [number(), number()]
    await kit.send(
      ...[personOf(order), request(order.received.placerNumber, faulty, 'K^Potassium^L', 'Q')],
      ...[personOf(other), request(other.received.placerNumber, right, 'K^Potassium^L', 'F')],
      line(potassiumOf, '4.2', 'F'),
    )
    expect((await kit.orderNow(other.orderId)).status).toBe('final')
    const { id } = await waits(faulty, order, `|${faulty}|`)
    const { items } = (await kit.clinician.get(`/v1/unmatched-results/${id}/messages`)).body
    expect(items[0].text).not.toContain('Specimen')
  })

  test('waits under our number if the laboratory gives it none, and each of two orders has its own', async () => {
    const orders = [await kit.placed(), await kit.placed()]
    const [first] = orders as [Placed]
    const right = number()
    const rows = [
      ...[personOf(first), request('NOBODY-1', right, 'K^Potassium^L', 'F'), line(potassiumOf, '4.2', 'F')],
      ...orders.flatMap(({ received: { placerNumber } }) => [
        request(placerNumber, '', 'K^Potassium^L', 'F'),
        line(potassiumOf, '4.3', 'F'),
      ]),
    ]
    for (const _ of [1, 2]) expect(await kit.send(...rows)).toContain('MSA|AA')
    const waiting: Held[] = (await kit.clinician.get('/v1/unmatched-results?limit=100')).body.items
    const numbers = new Set(orders.map(({ received: { placerNumber } }) => placerNumber))
    const own = waiting.filter(({ placerNumber = '' }) => numbers.has(placerNumber))
    expect(own.map(({ reason, fillerNumber }) => [reason, fillerNumber])).toEqual([
      ['unknown-code', ''],
      ['unknown-code', ''],
    ])
    expect(new Set(own.map(({ patientId }) => patientId))).toEqual(new Set(orders.map(({ patientId }) => patientId)))
    expect((await held(right)).map(({ reason }) => reason)).toEqual(['unknown-order'])
  })

  test('of another person waits, and its message is never with the patient of the order; of the patient it is', async () => {
    const order = await kit.placed()
    const messages = async (): Promise<number> =>
      (
        await kit.hospital.keep('labs', ({ tx }) =>
          tx.selectFrom('labs.messages').selectAll().where('patient_id', '=', order.patientId).execute(),
        )
      ).length
    const before = await messages()
    const settle = async (person: string): Promise<void> => {
      const filler = number()
      await kit.send(person, request(order.received.placerNumber, filler, 'K^Potassium^L', 'Q'))
      const [entry] = await held(filler)
      expect([entry?.reason, entry?.patientId]).toEqual(['unknown-code', order.patientId])
      expect((await kit.clinician.post(`/v1/unmatched-results/${entry?.id}/return`)).status).toBe(200)
    }
    await settle('PID|1||X||Other^Robin||19700101|F')
    expect(await messages()).toBe(before)
    await settle(personOf(order))
    expect(await messages()).toBe(before + 1)
  })

  test('keeps the tests of a part in which a measurement follows no test', async () => {
    const order = await kit.placed()
    const { placerNumber } = order.received
    const right = number()
    expect(
      await kit.send(
        ...[personOf(order), 'OBX|1|NM|2951-2^Sodium of no test^LN||140|mmol/L|||||F'],
        ...[request(placerNumber, right, 'K^Potassium^L', 'F'), line(potassiumOf, '4.2', 'F')],
      ),
    ).toContain('MSA|AA')
    expect((await kit.resultNow(order.orderId)).observations).toMatchObject([{ value: '4.2' }])
    const [entry] = (await held('')).filter(({ placerNumber: ours }) => ours === undefined)
    expect([entry?.reason, entry?.testName]).toEqual(['unknown-code', ''])
  })

  test('notifies the roles of a critical value in it', async () => {
    const [order, filler] = [await kit.placed(), number()]
    await kit.send(
      ...[personOf(order), request(order.received.placerNumber, filler, 'K^Potassium^L', 'F')],
      ...[line(potassiumOf, '7.9', 'Q', 'HH')],
    )
    expect((await waits(filler, order, '|7.9|')).critical?.notified).not.toEqual([])
    expect((await kit.orderNow(order.orderId)).resultIds).toEqual([])
  })
})
