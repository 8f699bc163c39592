import { domainEngines } from '../../../test-kit/domain-engines.testing.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { framed, potassium, startOrderingHospital, type OrderingHospital } from './ordering-hospital.testing.ts'

describe.each(domainEngines)('messages on %s', (engine) => {
  let kit: OrderingHospital
  beforeAll(async () => {
    kit = await startOrderingHospital(engine)
  })
  afterAll(() => kit.stop())

  test.each([
    'DOE|EVIL\rOBX|1|NM|2823-3^K^LN||9.9',
    'O*BRIEN~SE',
    'A^B&C',
    'back\\slash\\F\\',
    'Núñez',
    '=1+1',
    '<img src=x>',
  ])('a name such as %j reaches the laboratory and comes back unchanged', async (family) => {
    const { orderId, received } = await kit.placed({ note: family }, { name: { given: 'Pat', family } })
    expect(received.person.family).toBe(family)
    expect(received.note).toBe(family)
    await kit.laboratory.report({ placerNumber: received.placerNumber, values: [potassium('4.4', { note: family })] })
    expect((await kit.resultNow(orderId)).observations).toMatchObject([
      { value: '4.4', note: family.replace('\r', '\r') },
    ])
  })

  describe('a rejected message', () => {
    test.each([
      ['an unknown sender', { application: 'EVIL' }, { code: 'AR', error: '103' }],
      ['a training message', { processing: 'T' }, { code: 'AR', error: '202' }],
    ])('%s', async (_, more, answer) => {
      const { received, orderId } = await kit.placed()
      expect(await kit.laboratory.report({ placerNumber: received.placerNumber, ...more })).toMatchObject(answer)
      expect((await kit.orderNow(orderId)).status).toBe('accepted')
    })

    test('one for another receiver: the name in our orders is the name in its messages', async () => {
      const { received, orderId } = await kit.placed()
      const send = async (to: string, id: string): Promise<string> => {
        const { family, given, birthDate } = received.person
        const rows = [
          `MSH|^~\\&|LAB|EXAMPLE-LAB|${to}|20261125||ORU^R01|${id}|P|2.5.1`,
          `PID|1||X||${family}^${given}||${birthDate.replaceAll('-', '')}|F`,
          `OBR|1|${received.placerNumber}|TO-${id}|K^Potassium^L|||||||||||||||||||||F`,
        ]
        return String(await kit.laboratory.sendBytes(framed(rows)))
      }
      expect(await send('SOMEWHERE|ELSE', 'TO-1')).toMatch(/MSA\|AR\|TO-1\rERR\|\|MSH\^1\^5\|103\^/)
      expect((await kit.orderNow(orderId)).status).toBe('accepted')
      expect(await send(ourName(), 'TO-2')).toContain('MSA|AA|TO-2')
      expect((await kit.orderNow(orderId)).status).toBe('final')
    })
    /** MSH-3 and MSH-4 of an order. */
    const ourName = (): string => (kit.laboratory.messages.at(-1) ?? '').split('|').slice(2, 4).join('|')

    const header = (type: string, id: string): string => `MSH|^~\\&|LAB|EXAMPLE-LAB|||20261125||${type}|${id}|P|2.5.1`
    test.each([
      ['no message at all', ['hello'], /MSA\|AR\rERR\|\|MSH\^1\|100\^/],
      ['another message', [header('ADT^A01', 'B1')], /MSA\|AR\|B1\rERR\|\|MSH\^1\^9\|200\^/],
      [
        'no filler number',
        [header('ORU^R01', 'B2'), 'PID|||1||Sample^Pat||19840615', 'OBR|1|X||K^K^L'],
        /MSA\|AE\|B2\rERR\|\|OBR\^1\^3\|101\^/,
      ],
      [
        'no test',
        [header('ORU^R01', 'B3'), 'PID|||1||Sample^Pat||19840615', 'OBR|1|X|F', 'OBR|2|X'],
        /MSA\|AE\|B3\rERR\|\|OBR\^1\^4\|101\^/,
      ],
      [
        'a test of no one',
        [header('ORU^R01', 'B5'), 'OBR|1|X|F|K^K^L', 'PID|||1||Sample^Pat||19840615'],
        /MSA\|AE\|B5\rERR\|\|OBR\^1\|100\^/,
      ],
      [
        'a measurement of no test',
        [header('ORU^R01', 'B4'), 'PID|||1||Sample^Pat||19840615', 'OBX|1|NM|2823-3^K^LN||4||||||F'],
        /MSA\|AE\|B4\rERR\|\|OBX\^1\|100\^/,
      ],
    ])('%s is acknowledged with its fault, and without its content', async (_, segments, answer) => {
      const answered = String(await kit.laboratory.sendBytes(framed(segments)))
      expect(answered).toMatch(answer)
      expect(answered).not.toContain('Sample')
    })

    test('garbage closes the connection, and the next message is accepted', async () => {
      expect(await kit.laboratory.sendBytes(Buffer.from('GET / HTTP/1.1\r\n'.repeat(10)))).toBeNull()
      expect(kit.hospital.faults()).toContain('garbage')
      const { received } = await kit.placed()
      expect(await kit.laboratory.report({ placerNumber: received.placerNumber })).toMatchObject({ code: 'AA' })
    })
  })

  test('every read and every disclosure is in the audit log', async () => {
    const { patientId, orderId, received } = await kit.placed()
    await kit.laboratory.report({ placerNumber: received.placerNumber, values: [potassium('4.4')] })
    await kit.resultNow(orderId)
    const rows = await kit.hospital.accessRows({ patientId })
    expect(rows.map(({ operation, action, entity, purpose }) => `${operation} ${action} ${entity} ${purpose}`)).toEqual(
      expect.arrayContaining([
        'placeLabOrder create LabOrder TREAT',
        'labs.transmit-order export LabOrder TREAT',
        'labs.inbound execute LabResult TREAT',
        'getLabOrder read LabOrder TREAT',
        'getLabResult read LabResult TREAT',
      ]),
    )
  })

  test('events and rows contain no name, no value and no free text', async () => {
    const { patientId, received } = await kit.placed(
      { note: 'Zanzibar note' },
      { name: { given: 'Quillon', family: 'Zanzibar' } },
    )
    await kit.laboratory.report({
      placerNumber: received.placerNumber,
      values: [potassium('8.88', { flag: 'HH', note: 'Zanzibar' })],
    })
    const events = await kit.hospital.platform.database
      .readerAcross('platform')
      .selectFrom('platform.outbox')
      .select(['data'])
      .execute()
    expect(JSON.stringify(events)).not.toMatch(/Zanzibar|Quillon|8\.88/)
    const orders = await kit.hospital.keep('labs', ({ tx }) =>
      tx.selectFrom('labs.orders').selectAll().where('patient_id', '=', patientId).execute(),
    )
    expect(Buffer.from(JSON.stringify(orders)).toString()).not.toMatch(/Zanzibar|Quillon|UCULT/)
  })
})
