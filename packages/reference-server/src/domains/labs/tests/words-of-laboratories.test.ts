import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { components } from '@visitkit/contract'
import { domainEngines } from '../../../test-kit/domain-engines.testing.ts'
import { framed, startOrderingHospital, type OrderingHospital, type Placed } from './ordering-hospital.testing.ts'

type Held = components['schemas']['UnmatchedResult']

/* What a laboratory writes is shown where it belongs, and its message is kept, whether or not it changes anything. */

describe.each(domainEngines)('the words of a laboratory, on %s', (engine) => {
  let kit: OrderingHospital
  let count = 0
  beforeAll(async () => {
    kit = await startOrderingHospital(engine)
  })
  afterAll(() => kit.stop())

  const next = (): string => `WORD-${engine}-${(count += 1)}`
  const personOf = ({ received: { person } }: Placed): string =>
    `PID|1||X||${person.family}^${person.given}||${person.birthDate.replaceAll('-', '')}|F`
  const request = ({ received }: Placed, filler: string, status: string): string =>
    `OBR|1|${received.placerNumber}|${filler}|K^Potassium^L|||||||||||||||||||||${status}`
  const line = 'OBX|1|NM|2823-3^Potassium^LN||4.1|mmol/L|||||F'
  const says = async (...rows: readonly string[]): Promise<string> => {
    const header = `MSH|^~\\&|LAB|EXAMPLE-LAB|||20261125160000||ORL^O22^ORL_O22|${next()}|P|2.5.1`
    return String(await kit.laboratory.sendBytes(framed([header, 'MSA|AA|X', ...rows])))
  }
  const held = async (placerNumber: string): Promise<Held[]> =>
    (await kit.clinician.get('/v1/unmatched-results?limit=100')).body.items.filter(
      (each: Held) => each.placerNumber === placerNumber,
    )
  const messagesOf = async (patientId: string): Promise<number> => {
    const rows = await kit.hospital.keep('labs', ({ tx }) =>
      tx.selectFrom('labs.messages').selectAll().where('patient_id', '=', patientId).execute(),
    )
    return rows.filter((row) => row['parser'] === 'hl7-orl/2').length
  }

  test('about a test without a measurement are with its result, and each further comment asks for a review', async () => {
    const [order, filler] = [await kit.placed(), next()]
    const send = (note: string) => kit.send(personOf(order), request(order, filler, 'P'), `NTE|1|L|${note}`)
    await send('The tube broke.')
    expect(await kit.resultNow(order.orderId)).toMatchObject({ note: 'The tube broke.', observations: [], version: 1 })
    const { id, version } = await kit.resultNow(order.orderId)
    await kit.clinician.post(`/v1/lab-results/${id}/review`, { version, release: true })
    const patient = await kit.hospital.asPatient(order.patientId)
    const shown = async () => (await patient.get(`/v1/patients/${order.patientId}/lab-results`)).body.items[0]
    expect((await shown()).note).toBe('The tube broke.')

    await send('Take another.')
    await send('The tube broke.')
    const after = await kit.resultNow(order.orderId)
    expect([after.note, after.version, after.reviewedAt]).toEqual(['The tube broke.\nTake another.', 3, undefined])
    expect((await shown()).note, 'what was not released waits').toBe('The tube broke.')
    // The measurement that comes later leaves them.
    await kit.send(personOf(order), request(order, filler, 'F'), line)
    expect(await kit.resultNow(order.orderId)).toMatchObject({
      note: 'The tube broke.\nTake another.',
      status: 'final',
    })
  })

  test('about a report are with its first measurement that is used', async () => {
    const [order, filler] = [await kit.placed(), next()]
    const faulty = 'OBX|1|NM|2951-2^Sodium^LN||140|mmol/L|||||Q'
    await kit.send(personOf(order), request(order, filler, 'F'), 'NTE|1|L|Hemolyzed.', faulty, line)
    const result = await kit.resultNow(order.orderId)
    expect([result.note, result.observations.map(({ note }: { note: string }) => note)]).toEqual([
      undefined,
      ['Hemolyzed.'],
    ])
  })

  test('that come before a test are about it, and about no test before it', async () => {
    const [order, other] = [await kit.placed(), await kit.placed()]
    await kit.send(
      ...[personOf(order), 'NTE|1|L|Fasting.', request(order, next(), 'F'), line],
      ...[`ORC|RE|${other.received.placerNumber}`, 'NTE|1|L|Cold.', request(other, next(), 'F'), line],
    )
    const notes = async ({ orderId }: Placed) => (await kit.resultNow(orderId)).observations[0].note
    expect([await notes(order), await notes(other)]).toEqual(['Fasting.', 'Cold.'])
  })

  test.each(['SC', 'PR', 'RE', 'NA'])('that come with %s and change nothing are with the order, once', async (code) => {
    const { orderId, patientId, received } = await kit.placed()
    const rows = [`ORC|${code}|${received.placerNumber}|||IP`, 'NTE|1|L|The courier is late.']
    for (const _ of [1, 2]) expect(await says(...rows)).toContain('MSA|AA')
    const order = await kit.orderNow(orderId)
    expect([order.status, order.laboratoryNotes, order.refusal]).toEqual([
      'accepted',
      ['The courier is late.'],
      undefined,
    ])
    expect(await messagesOf(patientId)).toBe(2)
    expect(await held(received.placerNumber)).toEqual([])
  })

  test('are kept with the patient also if there are none: the message itself says something', async () => {
    const { orderId, patientId, received } = await kit.placed()
    const before = await kit.orderNow(orderId)
    await says(`ORC|SC|${received.placerNumber}|||IP`)
    expect(await messagesOf(patientId)).toBe(1)
    expect(await kit.orderNow(orderId)).toEqual(before)
  })

  test('about an order that is not known wait, and a person gives them to one', async () => {
    const [{ orderId }, unknown] = [await kit.placed(), next()]
    await says(`ORC|SC|${unknown}|||IP`, 'NTE|1|L|Which tube?', 'OBR|1|||K^Potassium^L')
    const [entry] = await held(unknown)
    expect(entry).toMatchObject({
      reason: 'unknown-order',
      response: { status: 'informed', text: 'Which tube?' },
    })
    const applied = await kit.clinician.post(`/v1/unmatched-results/${entry?.id}/apply`, { orderId })
    expect([applied.status, applied.body.status, applied.body.laboratoryNotes]).toEqual([
      200,
      'accepted',
      ['Which tube?'],
    ])
  })

  test('about each refused test are shown, and what comes after the end too', async () => {
    const tests = ['CBC', 'K'].map((code) => ({ code, answers: [] }))
    const { orderId, received } = await kit.placed({ tests })
    const group = received.placerNumber.replace(/-\d+$/, '')
    await says(...[`ORC|UA|${group}-1`, 'NTE|1|L|No blood.', `ORC|UA|${group}-2`, 'NTE|1|L|No tube.'])
    await says(`ORC|UA|${group}-2`, 'NTE|1|L|Still no tube.')
    expect(await kit.orderNow(orderId)).toMatchObject({
      ...{ status: 'refused', refusal: 'No blood.' },
      laboratoryNotes: ['No tube.', 'Still no tube.'],
    })
  })
})
