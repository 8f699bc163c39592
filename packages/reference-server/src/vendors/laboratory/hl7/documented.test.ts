import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { LaboratoryOrder } from '../provider.ts'
import { acknowledgment } from './acknowledgment.ts'
import { decodeMessage } from './decode-message.ts'
import { Hl7Fault } from './hl7-fault.ts'
import { readHeader } from './message-header.ts'
import { readOrderResponse } from './order-response.ts'
import { orderMessage, type OrderRoute } from './order-message.ts'
import { readOrderStatusUpdates } from './order-status-updates.ts'
import { readResults } from './result-message.ts'
import { segment, type Message } from './segment.ts'
import { writeMessage } from './write-message.ts'

const page = readFileSync(new URL('../../../../../../docs/reference/wire/hl7.md', import.meta.url), 'utf8')

/** The example under a heading, one segment per line. */
const example = (heading: string): string => {
  const [, section = ''] = page.split(`### ${heading}\n`)
  const [, lines] = /^[^]*?```hl7\n([^]*?)```/.exec(section.split('\n### ')[0] ?? '') ?? []
  if (lines === undefined) throw new Error(`docs/reference/wire/hl7.md has no example under ${heading}`)
  return lines
}
const shown = (message: Message): string => writeMessage(message).replaceAll('\r', '\n')
const read = (heading: string): Message => decodeMessage(Buffer.from(example(heading).replaceAll('\n', '\r')))

const route: OrderRoute = {
  sender: { application: 'VISITKIT', facility: 'LAKESIDE' },
  receiver: { application: 'LAB', facility: 'EXAMPLE-LAB' },
  processing: 'P',
}
const at = new Date('2026-11-25T15:00:00Z')
const order: LaboratoryOrder = {
  groupNumber: '7K3M9Q2X4TBN',
  placedAt: at.toISOString(),
  patient: {
    number: 'MRN-1042',
    name: { given: 'Pat', family: 'Sample|Example' },
    birthDate: '1984-06-15',
    sex: 'female',
    phone: '555-0142',
    address: { line1: '1 Sample Street', city: 'Exampleville', state: 'OH', postalCode: '43004' },
  },
  practitioner: { npi: '1234567893', displayName: 'Dr. Casey Example' },
  priority: 'urgent',
  diagnoses: [{ code: 'I10', text: 'Essential (primary) hypertension' }],
  note: 'Left arm, please.\nCall if hemolyzed.',
  coverages: [
    {
      priority: 1,
      payerName: 'Lakeside Mutual Health',
      payerId: 'LMH01',
      memberNumber: 'MEM-4471',
      groupNumber: 'G-7',
      from: '2026-01-01',
      insured: {
        name: { given: 'Kim', family: 'Sample' },
        birthDate: '1982-03-09',
        sex: 'male',
        relationship: 'spouse',
      },
    },
  ],
  guarantor: {
    name: { given: 'Pat', family: 'Sample|Example' },
    birthDate: '1984-06-15',
    sex: 'female',
    address: { line1: '1 Sample Street', city: 'Exampleville', state: 'OH', postalCode: '43004' },
    relationship: 'self',
  },
  tests: [
    {
      placerNumber: '7K3M9Q2X4TBN-1',
      code: 'INR',
      loinc: '6301-6',
      name: 'Prothrombin time, INR',
      specimen: { code: 'PLAS', text: 'Blood draw', table: 'HL70487' },
      answers: [
        { code: 'anticoagulant', question: 'Does the patient take an anticoagulant?', type: 'yes-no', value: 'yes' },
      ],
    },
    {
      placerNumber: '7K3M9Q2X4TBN-2',
      code: 'K',
      loinc: '2823-3',
      name: 'Potassium',
      specimen: { code: 'SER', text: 'Blood draw', table: 'HL70487' },
      answers: [],
    },
  ],
}
const id = '01a20f41-e10c-72a7-a39e-4f96982dc37c'

describe('the examples of the documentation are what the code writes', () => {
  test.each([
    ['A new order', orderMessage({ kind: 'order', id, order }, route, at)],
    ['A cancellation', orderMessage({ kind: 'cancel', id: `${id.slice(0, -1)}d`, order }, route, at)],
    [
      'Message accepted',
      acknowledgment({ of: readHeader(read('A final report')), code: 'AA', controlId: 'M2N8QX4T7KBH3V9C1RZD', at }),
    ],
    [
      'Message refused',
      acknowledgment({
        of: readHeader(read('A final report')),
        code: 'AE',
        fault: {
          code: '101',
          text: 'Not taken: no filler number.',
          position: new Hl7Fault('101', '', { segment: 'OBR', sequence: 1, field: 3 }).position,
        },
        controlId: 'M2N8QX4T7KBH3V9C1RZD',
        at,
      }),
    ],
  ])('%s', (heading, message) => {
    expect(example(heading)).toBe(shown(message))
  })
})

describe('the examples of the documentation are read as documented', () => {
  test('Accepted, refused, cancelled', () => {
    const [first, second] = ['7K3M9Q2X4TBN-1', '7K3M9Q2X4TBN-2']
    const ofAll = (updates: string, text: string | null = null) => ({ placerNumber: '', status: updates, text })
    const ofEach = (updates: string) =>
      [first, second].map((placerNumber) => ({ placerNumber, status: updates, text: null }))
    expect(readOrderResponse('order', read('Accepted'))).toEqual([ofAll('accepted'), ...ofEach('accepted')])
    expect(readOrderResponse('order', read('Refused'))).toEqual([ofAll('refused', 'This test is not offered.')])
    expect(readOrderResponse('cancel', read('Cancelled'))).toEqual(ofEach('cancelled'))
    // What is written without a test is about the order.
    const [header, acknowledged] = read('Accepted')
    const note = segment('NTE', { 1: '1', 3: { repetitions: ['Call us.', 'Today.'] } })
    const worded = [header, acknowledged, note].filter((each) => each !== undefined)
    expect(readOrderResponse('order', worded)).toEqual([ofAll('accepted', 'Call us. Today.')])
    expect(readOrderResponse('cancel', worded)).toEqual([ofAll('informed', 'Call us. Today.')])
    expect(readOrderStatusUpdates(read('Cancelled later'))).toEqual([
      { placerNumber: '7K3M9Q2X4TBN-1', status: 'cancelled', text: null },
      { placerNumber: '7K3M9Q2X4TBN-2', status: 'cancelled', text: null },
    ])
  })

  const report = (heading: string) => {
    const message = read(heading)
    return readResults(message, readHeader(message))[0]
  }
  test('Reports', () => {
    expect(report('A partial report')).toMatchObject({
      status: 'partial',
      observations: [{ value: null, dataAbsentReason: 'pending', status: 'preliminary' }],
    })
    expect(report('A final report')).toMatchObject({
      placerNumber: '7K3M9Q2X4TBN-2',
      fillerNumber: 'F-88121',
      status: 'final',
      laboratory: 'Example Reference Laboratory',
      person: { family: 'Sample|Example', given: 'Pat', birthDate: '1984-06-15', sex: 'F' },
      observations: [{ value: '6.4', unit: 'mmol/L', flag: 'HH', status: 'final' }],
    })
    expect(report('A correction')).toMatchObject({
      fillerNumber: 'F-88121',
      status: 'corrected',
      observations: [{ value: '4.6', flag: 'N', status: 'corrected', note: 'Tubes were exchanged.' }],
    })
  })
})
