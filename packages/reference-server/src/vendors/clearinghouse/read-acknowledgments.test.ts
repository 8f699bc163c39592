import { describe, expect, it } from 'vitest'
import { format, formatInterchangeAcknowledgment } from '../../../../sandbox/src/clearinghouse/x12.ts'
import type { ResponsePart } from './provider.ts'
import { readResponse } from './read-response.ts'
import { X12Unreadable } from './x12/x12-unreadable.ts'

const wrap = (functional: string, id: string, version: string, rows: readonly string[]): string =>
  format({
    from: 'SIMCLEAR',
    to: 'VISITKIT1',
    number: 4,
    at: new Date('2026-11-24T00:00:00Z'),
    functional,
    version,
    id,
    segments: rows.map((row) => row.split('*')),
  })

const only = (text: string): ResponsePart => {
  const { parts } = readResponse(text)
  expect(parts).toHaveLength(1)
  return parts[0] as ResponsePart
}

const syntax = (...rows: readonly string[]): string => wrap('FA', '999', '005010X231A1', rows)
const accepted = ['AK1*HC*12*005010X222A1', 'AK2*837*0001', 'IK5*A', 'AK9*A*1*1*1']

describe('a TA1', () => {
  it('names the file that was rejected', () => {
    const text = formatInterchangeAcknowledgment(
      { from: 'SIMCLEAR', to: 'US', number: 1, at: new Date(0) },
      '000000042',
      '024',
    )
    expect(only(text)).toMatchObject({
      kind: 'interchange-acknowledgment',
      acknowledgment: { interchangeControlNumber: 42, accepted: false, faultCode: '024' },
    })
  })
})

describe('a 999', () => {
  it('accepts a group', () => {
    const part = only(syntax(...accepted))
    expect(part).toEqual({
      kind: 'file-acknowledgment',
      envelope: { senderId: 'SIMCLEAR', receiverId: 'VISITKIT1', usage: 'test' },
      text: part.text,
      acknowledgment: {
        functionalId: 'HC',
        groupControlNumber: 12,
        outcome: 'accepted',
        receivedSets: 1,
        acceptedSets: 1,
        codes: [],
        sets: [{ controlNumber: '0001', outcome: 'accepted', faults: [], codes: [] }],
      },
    })
  })

  it('gives the position of a syntax error, and keeps none of the erroneous data', () => {
    const text = syntax(
      'AK1*HC*12',
      'AK2*837*0001',
      'IK3*NM1*16*2010*8',
      'CTX*SITUATIONAL TRIGGER',
      'IK4*9:2*67*7*JANE DOE',
      'IK3*HI*22*2300*3',
      'IK5*R*5*6',
      'AK9*R*1*1*0',
    )
    const part = only(text)
    expect(part).toMatchObject({
      acknowledgment: {
        outcome: 'rejected',
        sets: [
          {
            outcome: 'rejected',
            codes: ['5', '6'],
            faults: [
              { segment: 'NM1', position: 16, loop: '2010', element: 9, component: 2, code: '7' },
              { segment: 'HI', position: 22, loop: '2300', element: null, component: null, code: '3' },
            ],
          },
        ],
      },
    })
    expect(JSON.stringify({ ...part, text: '' })).not.toContain('JANE')
  })

  it.each([
    ['E', 'accepted-with-faults'],
    ['P', 'partially-accepted'],
    ['X', 'rejected'],
  ])('reads AK9 %s as %s', (code, outcome) => {
    expect(only(syntax(...accepted.slice(0, 3), `AK9*${code}*1*1*0`))).toMatchObject({ acknowledgment: { outcome } })
  })

  it.each([
    ['group', [...accepted, 'AK9*R*1*1*0'], 'AK9'],
    ['group of claims', ['AK1*HC*11', ...accepted], 'AK1'],
    ['set', [...accepted.slice(0, 3), 'IK5*R*5', 'AK9*A*1*1*1'], 'IK5'],
  ])('refuses two outcomes of one %s', (_name, rows, segment) => {
    expect(() => readResponse(syntax(...rows))).toThrow(expect.objectContaining({ code: 'duplicate_segment', segment }))
  })

  it.each(['', 'Z', 'a'])('refuses AK9 %j', (code) => {
    expect(() => readResponse(syntax(...accepted.slice(0, 3), `AK9*${code}*1*1*1`))).toThrow()
  })
})

const head = [
  'BHT*0085*08*A1*20261124*1200*TH',
  'HL*1**20*1',
  'NM1*AY*2*CLEARINGHOUSE*****46*SIMCLEAR',
  'TRN*1*T1',
  'DTP*050*D8*20261124',
  'HL*2*1*21*1',
  'NM1*41*2*SUBMITTER*****46*US',
  'TRN*2*FILE-9',
]
const claims = (...rows: readonly string[]): string => wrap('HN', '277', '005010X214', [...head, ...rows])
const provider = ['STC*A1:19:PR*20261124*WQ*100', 'HL*3*2*19*1', 'NM1*85*2*CLINIC*****XX*1234567893']
const patient = ['HL*4*3*PT', "NM1*QC*1*O'BRIEN*PAT****MI*M1"]

describe('a 277CA', () => {
  it('accepts one claim and rejects another, each under its own number', () => {
    const text = claims(
      ...provider,
      ...patient,
      'TRN*2*C1',
      'STC*A2:20:PR*20261124*WQ*100',
      'REF*1K*P1',
      'HL*5*3*PT',
      'NM1*QC*1*DOE*JO****MI*M2',
      'TRN*2*C2',
      'STC*A7:164:IL*20261124*U*50.5*******A3:88',
      'DTP*472*D8*20261123',
    )
    expect(only(text)).toMatchObject({
      kind: 'claim-acknowledgments',
      acknowledgments: {
        submitterId: 'US',
        fileReference: 'FILE-9',
        fileRejected: false,
        fileStatuses: [],
        claims: [
          {
            controlNumber: 'C1',
            accepted: true,
            statuses: [{ category: 'A2', status: '20', entity: 'PR', action: 'accept', isOfLine: false }],
            chargeCents: 10_000,
            payerClaimNumber: 'P1',
            patient: { last: "O'BRIEN", first: 'PAT', memberIds: ['M1'] },
            billingNpi: '1234567893',
          },
          {
            controlNumber: 'C2',
            accepted: false,
            statuses: [
              { category: 'A7', status: '164', entity: 'IL' },
              { category: 'A3', status: '88', entity: null },
            ],
            chargeCents: 5050,
            payerClaimNumber: null,
            patient: { last: 'DOE', first: 'JO', memberIds: ['M2'] },
            billingNpi: '1234567893',
          },
        ],
      },
    })
  })

  it('does not report a claim as accepted if one of its lines was rejected', () => {
    const text = claims(
      ...provider,
      ...patient,
      'TRN*2*C1',
      'STC*A2:20:PR*20261124*WQ*100',
      'SVC*HC:G2010*100',
      'STC*A7:454*20261124*U',
    )
    expect(only(text)).toMatchObject({
      acknowledgments: {
        claims: [{ accepted: false, statuses: [{ isOfLine: false }, { action: 'reject', isOfLine: true }] }],
      },
    })
  })

  it.each([
    ['patients of one claim', [...provider, ...patient, 'NM1*QC*1*DOE*JO****MI*M2'], 'duplicate_loop'],
    ['billing providers', [...provider, 'NM1*85*2*OTHER CLINIC*****XX*1999999984', ...patient], 'duplicate_loop'],
    [
      'submitters',
      [...provider.slice(0, 1), 'NM1*41*2*OTHER*****46*THEM', ...provider.slice(1), ...patient],
      'duplicate_loop',
    ],
    ['files', ['TRN*2*FILE-8', ...provider, ...patient], 'duplicate_loop'],
  ])('is refused with two %s', (_name, rows, code) => {
    const text = claims(...rows, 'TRN*2*C1', 'STC*A2:20:PR*20261124*WQ*100')
    expect(() => readResponse(text)).toThrow(expect.objectContaining({ code }))
  })

  it('is refused with two claim numbers of the payer', () => {
    const of = ['TRN*2*C1', 'STC*A2:20:PR*20261124*WQ*100', 'REF*1K*P1', 'REF*1K*P2']
    expect(() => readResponse(claims(...provider, ...patient, ...of))).toThrow('duplicate_segment REF')
  })

  it('recognizes a file that was rejected as a whole', () => {
    expect(only(claims('STC*A8:24:41*20261124*U*100'))).toMatchObject({
      acknowledgments: {
        fileReference: 'FILE-9',
        fileRejected: true,
        fileStatuses: [{ category: 'A8', status: '24', entity: '41' }],
        claims: [],
      },
    })
  })

  it('is refused with a claim that has no status, or a status that is neither', () => {
    expect(() => readResponse(claims(...provider, ...patient, 'TRN*2*C1'))).toThrow('segment_missing STC')
    expect(() => readResponse(claims(...provider, ...patient, 'TRN*2*C1', 'STC*A2:20*20261124*Q*1'))).toThrow(
      'code STC',
    )
  })
})

describe('readResponse', () => {
  it('reads nothing of a file if no part can be read', () => {
    expect(() => readResponse(wrap('XX', '824', '005010X186A1', ['BGN*11*1']))).toThrow('transaction ST')
    expect(() => readResponse(wrap('FA', '999', '004010', accepted))).toThrow('transaction ST')
  })

  it('returns the sender and control number, to recognize a repeated file', () => {
    expect(readResponse(syntax(...accepted)).interchanges).toEqual([{ senderId: 'SIMCLEAR', controlNumber: 4 }])
  })

  it('reads several interchanges of one file, each with its own delimiters', () => {
    const first = syntax(...accepted)
    const second = formatInterchangeAcknowledgment(
      { from: 'OTHER', to: 'US', number: 9, at: new Date(0) },
      '000000042',
      '024',
    )
    const { interchanges, parts } = readResponse(`${first}\r\n${second.replaceAll('*', '|').replaceAll('~\n', '}')}`)
    expect(interchanges.map(({ senderId }) => senderId)).toEqual(['SIMCLEAR', 'OTHER'])
    expect(parts.map(({ kind }) => kind)).toEqual(['file-acknowledgment', 'interchange-acknowledgment'])
  })

  const numbered = (text: string, number: number): string => text.replaceAll('000000004', `00000000${number}`)

  it.each([
    ['a second interchange that is cut off', (text: string) => text + text.slice(0, 150), 1],
    ['something after the last one', (text: string) => `${text}NTE*X~`, 1],
    ['a cut one between two whole ones', (text: string) => text + text.slice(0, 150) + numbered(text, 5), 2],
    ['one cut within a segment first', (text: string) => text.slice(0, 133) + numbered(text, 5), 1],
    ['a set that nobody reads', (text: string) => text + wrap('XX', '824', '005010X186A1', ['BGN*11*1']), 1],
  ])('reads the whole interchanges of a file with %s, and keeps the rest', (_name, spoil, whole) => {
    const { parts, unreadable } = readResponse(spoil(syntax(...accepted)))
    expect(parts).toHaveLength(whole)
    expect(unreadable).toHaveLength(1)
  })

  it('gives each part as an interchange that says nothing else', () => {
    const two = syntax(...accepted).replace(
      'GE*1*',
      `ST*999*0002*005010X231A1~\n${accepted.join('~\n')}~\nSE*6*0002~\nGE*2*`,
    )
    const { parts } = readResponse(two)
    expect(parts).toHaveLength(2)
    for (const part of parts) expect(only(part.text)).toEqual(part)
  })

  it.each([
    ['something before the first one', (text: string) => `NTE*X~${text}`],
    ['nothing in it', () => ''],
    ['only space in it', () => ' \r\n '],
  ])('reads nothing of a file with %s', (_name, spoil) => {
    expect(() => readResponse(spoil(syntax(...accepted)))).toThrow(X12Unreadable)
  })
})
