import { describe, expect, it } from 'vitest'
import type { LaboratoryOrder } from '../provider.ts'
import { orderMessage } from './order-message.ts'
import { readMessage } from './read-message.ts'
import { readHeader } from './message-header.ts'
import { readResults } from './result-message.ts'
import { writeMessage } from './write-message.ts'

const route = {
  sender: { application: 'VISITKIT', facility: 'LAKESIDE' },
  receiver: { application: 'LAB', facility: 'EXAMPLE' },
  processing: 'P',
}
const at = new Date('2026-11-25T15:00:00Z')
const order: LaboratoryOrder = {
  groupNumber: '7K3M9Q2X4TBN',
  placedAt: at.toISOString(),
  patient: { number: 'MRN-1042', name: { given: 'Pat', family: 'Sample' }, birthDate: '1984-06-15' },
  practitioner: { npi: '1234567893', displayName: 'Dr. Maria de la Cruz' },
  priority: 'routine',
  diagnoses: [],
  tests: [{ placerNumber: '7K3M9Q2X4TBN-1', code: 'K', loinc: '2823-3', name: 'Potassium', answers: [] }],
}
const written = (changed: Partial<LaboratoryOrder>) =>
  writeMessage(
    orderMessage(
      { kind: 'order', id: '01a20f41-e10c-72a7-a39e-4f96982dc37c', order: { ...order, ...changed } },
      route,
      at,
    ),
  ).split('\r')
const field = (lines: readonly string[], segment: string, number: number) =>
  lines.find((line) => line.startsWith(`${segment}|`))?.split('|')[number]

describe('an order names', () => {
  it('a patient by family, given, further given names and suffix', () => {
    const name = { given: 'Pat', middle: ['Lee', 'Ann'], family: 'Sample', suffix: 'Jr' }
    expect(field(written({ patient: { ...order.patient, name } }), 'PID', 5)).toBe('Sample^Pat^Lee Ann^Jr^^^L')
  })

  it('a patient of another script in Latin letters first, and as the name is written', () => {
    const patient = {
      ...order.patient,
      name: { given: 'Xiaolong', family: 'Li' },
      originalName: { given: '小龙', family: '李' },
    }
    expect(field(written({ patient }), 'PID', 5)).toBe('Li^Xiaolong^^^^^L^A~李^小龙^^^^^L^I')
  })

  it('a practitioner by the recorded parts, else by those of the display name', () => {
    expect(field(written({}), 'OBR', 16)).toMatch(/^1234567893\^de la Cruz\^Maria\^\^\^/)
    const name = { given: 'Maria', family: 'Cruz', suffix: 'II' }
    expect(field(written({ practitioner: { ...order.practitioner, name } }), 'ORC', 12)).toMatch(
      /^1234567893\^Cruz\^Maria\^\^II\^\^\^\^NPI/,
    )
  })
})

it('a report names further given names and a suffix', () => {
  const message = readMessage(
    [
      'MSH|^~\\&|LAB|EXAMPLE|VISITKIT|LAKESIDE|20261125150000+0000||ORU^R01^ORU_R01|M1|P|2.5.1',
      'PID|1||MRN-1042||Sample^Jean^Pierre^Jr^^^L||19840615|F',
      'OBR|1|7K3M9Q2X4TBN-1|F-1|K^Potassium^L|||20261125140000+0000||||||||||||||||||F',
      'OBX|1|NM|2823-3^Potassium^LN||4.4|mmol/L|3.5-5.1|N|||F',
      '',
    ].join('\r'),
  )
  expect(readResults(message, readHeader(message))[0]?.person).toMatchObject({
    ...{ family: 'Sample', given: 'Jean', middle: ['Pierre'], suffix: 'Jr' },
  })
})
