import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { writePayment } from '../../../../tests/hold-reasons/write-payment.testing.ts'
import { paymentFor, remitted } from '../tests/remittances.testing.ts'
import { ownedPieces } from './owned-piece.ts'
import { piecesOfFile } from './pieces-of-file.ts'

const joined = (content: string): string =>
  piecesOfFile(content)
    .map(({ text }) => text)
    .join('')

const payment = (...numbers: readonly string[]): string =>
  writePayment(
    paymentFor(
      numbers.map((number) =>
        remitted(
          { number, chargeCents: 5_000 },
          { patient: { last: `PATIENT${number}`, first: 'X', memberIds: [`MEMBER${number}`] } },
        ),
      ),
      {
        providerAdjustments: [
          { providerNpi: '1', fiscalPeriodEnd: '2026-12-31', reason: 'WO', reference: 'P', amountCents: 0 },
        ],
      },
    ),
  )
const person = (number: string) => [
  ...[`HL*${number}1*3*22*1~\n`, `NM1*IL*1*PARENT${number}*X~\n`],
  ...[`HL*${number}2*${number}1*23~\n`, `NM1*QC*1*CHILD${number}*X~\n`, `TRN*2*${number}~\n`, 'STC*A2:20*20261124~\n'],
]
const levels = (...numbers: readonly string[]): string => {
  const [head = '', tail = ''] = payment('REPLACED').split(/LX\*1~[^]*(?=SE\*)/)
  return `${head}HL*1**20*1~\nNM1*PR*2*PAYER~\n${numbers.flatMap(person).join('')}${tail}`
}

describe('the pieces of a file', () => {
  it('are the file, byte for byte, whatever it is', () => {
    const files = fc.constantFrom(payment('C1', 'C2'), levels('C1', 'C2'), payment('C1') + payment('C2'))
    fc.assert(
      fc.property(files, fc.nat(2_000), fc.nat(2_000), fc.string(), (file, from, to, noise) => {
        const spoilt = file.slice(0, from) + noise + file.slice(to)
        for (const content of [file, spoilt, file.replaceAll('\n', '\r\n'), noise])
          expect(joined(content)).toBe(content)
      }),
    )
  })

  it.each([
    ['a payment', payment('C1', 'C2', 'C3'), 'PATIENT'],
    ['payments in several interchanges', `${payment('C1', 'C2')}\n\n${payment('C3')}`, 'PATIENT'],
    ['an answer about claims of children', levels('C1', 'C2', 'C3'), 'PARENT'],
    ['one in which an interchange is cut', payment('C1', 'C2').slice(0, -30) + payment('C3'), 'PATIENT'],
  ])('of %s name one person each, and what is about none names none', (_, content, name) => {
    const ownerOf = (number: string) => ({ claimId: number, patientId: number })
    const pieces = ownedPieces(content, ownerOf)
    for (const number of ['C1', 'C2', 'C3'])
      expect(pieces.filter(({ text }) => text.includes(`${name}${number}`)).map(({ patientId }) => patientId)).toEqual([
        number,
      ])
    const nobodys = pieces.filter(({ patientId }) => patientId === null).map(({ text }) => text)
    expect(nobodys.join('')).not.toMatch(/PATIENT|MEMBER|PARENT|CHILD/)
    expect(nobodys.join('')).toContain('ISA*')
    for (const { text } of pieces) expect(text.match(/(?:CLP|TRN\*2)\*C\d/g) ?? []).not.toHaveLength(2)
  })

  it('have no owner if the claim is not of this clinic', () => {
    const pieces = ownedPieces(payment('C1', 'C2'), (number) =>
      number === 'C1' ? { claimId: 'claim', patientId: 'patient' } : undefined,
    )
    expect(pieces.find(({ text }) => text.includes('PATIENTC1'))).toMatchObject({ patientId: 'patient' })
    expect(pieces.find(({ text }) => text.includes('PATIENTC2'))).toMatchObject({ patientId: null, claimId: null })
  })
})
