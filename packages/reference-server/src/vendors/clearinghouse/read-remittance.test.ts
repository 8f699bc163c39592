import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { reverse, type Cas, type AdjudicatedClaim } from '../../../../sandbox/src/clearinghouse/adjudicate.ts'
import { payers } from '../../../../sandbox/src/clearinghouse/payers.ts'
import { readClaims } from '../../../../sandbox/src/clearinghouse/read-claims.ts'
import { writeRemittance, type PaymentOrder } from '../../../../sandbox/src/clearinghouse/write-remittance.ts'
import { removeDelimiters, format, parse } from '../../../../sandbox/src/clearinghouse/x12.ts'
import { arbitraryClaim } from './arbitrary-claim.testing.ts'
import { exampleAccount } from './example-claim.testing.ts'
import { readResponse } from './read-response.ts'
import type { Remittance } from './remittance.ts'
import { writeClaimFile } from './write-claim-file.ts'
import { X12Unreadable } from './x12/x12-unreadable.ts'

const [payer] = payers
if (!payer) throw new Error('The sandbox has no payers.')

const wrap = (segments: readonly (readonly string[])[]): string =>
  format({
    from: 'SIMCLEAR',
    to: 'VISITKIT1',
    number: 1,
    at: new Date('2026-11-24T00:00:00Z'),
    functional: 'HP',
    version: '005010X221A1',
    id: '835',
    segments,
  })

const remittanceOf = (text: string): Remittance => {
  const [part] = readResponse(text).parts
  if (part?.kind !== 'remittance') throw new Error('not a remittance')
  return part.remittance
}

/** A payer's decision on a claim, with any distribution of each line's charge. */
const arbitraryDecision: fc.Arbitrary<AdjudicatedClaim> = arbitraryClaim.chain((claim) => {
  const text = writeClaimFile({
    account: exampleAccount,
    control: { interchange: 1, group: 1 },
    fileReference: 'F',
    createdAt: new Date(0),
    claims: [claim],
  })
  const [submitted] = readClaims(parse(text)).claims
  if (!submitted) throw new Error('unread')
  const part = fc.nat({ max: 100 })
  const parts = fc.array(fc.tuple(part, part, part), {
    minLength: submitted.lines.length,
    maxLength: submitted.lines.length,
  })
  return fc.tuple(parts, fc.boolean()).map(([splits, taken]): AdjudicatedClaim => {
    const lines = submitted.lines.map((line, index) => {
      const [contract, deductible, copay] = splits[index] ?? [0, 0, 0]
      let left = line.charge
      const take = (percent: number): number => {
        const amount = Math.floor((left * percent) / 100)
        left -= amount
        return amount
      }
      const cas: readonly Cas[] = [
        ['CO', '45', take(contract)],
        ['CO', '253', take(2)],
        ['PR', '1', take(deductible)],
        ['PR', '3', take(copay)],
      ]
      return { line, cas: cas.filter(([, , amount]) => amount !== 0), paid: left, remarks: ['N130'] }
    })
    const decided: AdjudicatedClaim = {
      claim: submitted,
      status: '1',
      number: 'P1',
      charge: submitted.total,
      paid: lines.reduce((sum, { paid }) => sum + paid, 0),
      patient: lines.flatMap(({ cas }) => cas).reduce((sum, [group, , cents]) => sum + (group === 'PR' ? cents : 0), 0),
      lines,
    }
    return taken ? reverse(decided) : decided
  })
})

const order = (
  adjudicated: readonly AdjudicatedClaim[],
  adjustments: PaymentOrder['adjustments'] = [],
): PaymentOrder => {
  const total =
    adjudicated.reduce((sum, { paid }) => sum + paid, 0) - adjustments.reduce((sum, [, , cents]) => sum + cents, 0)
  return {
    payer,
    payee: { name: 'EXAMPLE CLINIC', npi: '1234567893', taxId: '123456789' },
    trace: 'EFT1',
    adjudicated,
    adjustments: total < 0 ? [...adjustments, ['FB', 'EFT1', total]] : adjustments,
    at: new Date('2026-11-24T00:00:00Z'),
  }
}

describe('an 835', () => {
  it('is read to the cent as the payer decided it, including reversals', () => {
    fc.assert(
      fc.property(fc.array(arbitraryDecision, { maxLength: 3 }), fc.integer({ min: 1, max: 9999 }), (decided, kept) => {
        const sent = order(decided, [['WO', 'P0', kept]])
        const read = remittanceOf(wrap(writeRemittance(sent)))
        expect(read.claims).toEqual(decided.map(asRead))
        expect(read.providerAdjustments.map(({ reason, amountCents }) => [reason, amountCents])).toEqual(
          sent.adjustments.map(([reason, , cents]) => [reason, cents]),
        )
        expect(read).toMatchObject({ paymentNumber: 'EFT1', payeeNpi: '1234567893', paidOn: '2026-11-24' })
      }),
    )
  })

  const rows = [
    ['BPR', 'I', '80', 'C', 'CHK', ...Array<string>(11).fill(''), '20261124'],
    ['TRN', '1', 'CK1', '1999999999'],
    ['N1', 'PR', 'EXAMPLE PAYER'],
    ['N1', 'PE', 'EXAMPLE CLINIC', 'XX', '1234567893'],
    ['LX', '1'],
    ['CLP', 'C1', '1', '100', '80', '', '12', 'P1'],
    ['CAS', 'OA', '23', '5', '', '94', '-5'],
    ['MOA', '', '', 'MA01', 'MA18'],
    ['SVC', 'HC:G2010:95', '100', '80'],
    ['CAS', 'CO', '45', '10', '1', '253', '10', '2'],
    ['PLB', '1234567893', '20261231', 'WO:P0', '3', 'L6', '-3'],
  ]
  const paid = wrap(rows)
  /** With one segment more, before the first of this kind. */
  const paidWith = (before: string, added: string): string => {
    const at = rows.findIndex(([tag]) => tag === before)
    return wrap([...rows.slice(0, at), added.split('*'), ...rows.slice(at)])
  }

  it('keeps several adjustments of one segment apart, at claim and line level, with sign and quantity', () => {
    const [claim] = remittanceOf(paid).claims
    expect(claim?.adjustments).toEqual([
      { group: 'OA', reason: '23', amountCents: 500, quantity: null },
      { group: 'OA', reason: '94', amountCents: -500, quantity: null },
    ])
    expect(claim?.lines[0]?.adjustments).toEqual([
      { group: 'CO', reason: '45', amountCents: 1000, quantity: 1 },
      { group: 'CO', reason: '253', amountCents: 1000, quantity: 2 },
    ])
    expect(claim?.remarks).toEqual(['MA01', 'MA18'])
  })

  it('includes every provider adjustment', () => {
    expect(remittanceOf(paid).providerAdjustments).toEqual([
      { providerNpi: '1234567893', fiscalPeriodEnd: '2026-12-31', reason: 'WO', reference: 'P0', amountCents: 300 },
      { providerNpi: '1234567893', fiscalPeriodEnd: '2026-12-31', reason: 'L6', reference: null, amountCents: -300 },
    ])
  })

  it.each([
    ['an amount that is a word', 'CLP*C1*1*100*80', 'CLP*C1*1*LOTS*80', 'amount'],
    ['money that is taken and not given', '*80*C*CHK', '*80*D*CHK', 'debit'],
    ['a segment that has no place', 'LX*1~', 'HI*1~', 'unexpected_segment'],
    ['no payment number', 'TRN*1*CK1*', 'TRN*1**', 'element_missing'],
    ['two payees', 'LX*1~', 'N1*PE*X*XX*1~', 'duplicate_loop'],
    ['a day that is none', '*20261124~\nTRN', '*20261324~\nTRN', 'date'],
  ])('is refused with %s', (_name, sound, spoilt, code) => {
    expect(paid).toContain(sound)
    expect(() => readResponse(paid.replace(sound, spoilt))).toThrow(expect.objectContaining({ code }))
  })

  it.each([
    ['a second payment', 'TRN', `BPR*I*80*C*CHK${'*'.repeat(11)}*20261124`, 'duplicate_segment', 'BPR'],
    ['a second number of the payment', 'N1', 'TRN*1*CK2*1999999999', 'duplicate_segment', 'TRN'],
    ['amounts of another country', 'N1', 'CUR*PR*CAD', 'currency', 'CUR'],
    ['an empty currency', 'N1', 'CUR*PR*', 'element_missing', 'CUR'],
    ['a second payer', 'LX', 'N1*PR*ANOTHER PAYER', 'duplicate_loop', 'N1'],
  ])('%s: it is not read', (_name, before, added, code, segment) => {
    expect(() => readResponse(paidWith(before, added))).toThrow(expect.objectContaining({ code, segment }))
  })

  it('may say that its amounts are in dollars, once', () => {
    expect(remittanceOf(paidWith('N1', 'CUR*PR*USD'))).toEqual(remittanceOf(paid))
    const currency = ['CUR', 'PR', 'USD']
    const twice = wrap([...rows.slice(0, 2), currency, currency, ...rows.slice(2)])
    expect(() => readResponse(twice)).toThrow('duplicate_segment CUR')
  })

  it.each([
    ['two patients', 'NM1*QC*1*DOE*JO', 'NM1*QC*1*SAMPLE*PAT', 'NM1'],
    ['two insured persons', 'NM1*IL*1*DOE*JO****MI*M1', 'NM1*IL*1*SAMPLE*PAT****MI*M2', 'NM1'],
    ['two other payers', 'NM1*TT*2*ONE PLAN', 'NM1*TT*2*OTHER PLAN', 'NM1'],
    ['two remarks for one claim', 'MOA***MA01', '', 'MOA'],
  ])('%s: its claim cannot be read, and is about no one', (_name, one, other, segment) => {
    const added = [one, ...(other === '' ? [] : [other])].map((each) => each.split('*'))
    const at = rows.findIndex(([tag]) => tag === 'MOA')
    const [claim] = remittanceOf(wrap([...rows.slice(0, at), ...added, ...rows.slice(at)])).claims
    expect(claim).toMatchObject({ paidCents: 8_000, lines: [], fault: { code: 'duplicate_segment', segment } })
    expect(claim?.patient ?? null).toBeNull()
    expect(claim).not.toHaveProperty('forwardedTo')
  })

  it.each([
    ['two control numbers of a line', 'REF*6R*1', 'REF*6R*2', 'REF'],
    ['two days of a line', 'DTM*472*20261123', 'DTM*472*20261124', 'DTM'],
    ['two allowed amounts of a line', 'AMT*B6*80', 'AMT*B6*90', 'AMT'],
  ])('says which claim cannot be read, by %s', (_name, one, other, segment) => {
    const at = rows.findIndex(([tag]) => tag === 'PLB')
    const added = [one, other].map((each) => each.split('*'))
    const [claim] = remittanceOf(wrap([...rows.slice(0, at), ...added, ...rows.slice(at)])).claims
    expect(claim).toMatchObject({ paidCents: 8_000, lines: [], fault: { code: 'duplicate_segment', segment } })
  })

  it.each([
    ['an amount with parts of a cent', 'SVC*HC:G2010:95*100*80~', 'SVC*HC:G2010:95*100*80.001~', 'amount', 'SVC'],
    ['a status that nobody knows', 'CLP*C1*1*', 'CLP*C1*constructor*', 'code', 'CLP'],
    ['a group that nobody knows', 'CAS*CO*', 'CAS*XX*', 'code', 'CAS'],
    ['an adjustment without an amount', 'CAS*OA*23*5*', 'CAS*OA*23**', 'element_missing', 'CAS'],
    ['a revenue code of a hospital', 'SVC*HC:G2010:95*', 'SVC*NU:0360*', 'service', 'SVC'],
    ['a code of a dentist', 'SVC*HC:G2010:95*', 'SVC*AD:D0120*', 'service', 'SVC'],
  ])('says which claim cannot be read, by %s, and keeps its amounts', (_name, sound, spoilt, code, segment) => {
    expect(paid).toContain(sound)
    const [claim] = remittanceOf(paid.replace(sound, spoilt)).claims
    expect(claim).toMatchObject({ chargeCents: 10_000, paidCents: 8_000, lines: [], fault: { code, segment } })
  })

  it('reports a fault without repeating the content', () => {
    const spoilt = paid.replace('CLP*C1*1*100', 'CLP*C1*1*SECRET')
    expect(() => readResponse(spoilt)).toThrow(X12Unreadable)
    expect(() => readResponse(spoilt)).not.toThrow('SECRET')
  })
})

const statuses = { '1': 'processed-primary', '4': 'denied', '22': 'reversal' } as const

const asRead = ({
  claim,
  status,
  charge,
  paid: paidCents,
  patient,
  number,
  lines,
}: AdjudicatedClaim): Remittance['claims'][number] => ({
  controlNumber: claim.control,
  status: statuses[status as keyof typeof statuses],
  statusCode: status,
  chargeCents: charge,
  paidCents,
  patientResponsibilityCents: patient,
  payerClaimNumber: number,
  patient: {
    last: removeDelimiters((claim.patient ?? claim.subscriber).last) || null,
    first: removeDelimiters((claim.patient ?? claim.subscriber).first) || null,
    memberIds: [removeDelimiters(claim.subscriber.id)],
  },
  adjustments: [],
  remarks: [],
  lines: lines.map(({ line, paid: ofLine, cas, remarks }) => ({
    controlNumber: line.reference,
    serviceCode: line.code,
    modifiers: line.modifiers,
    chargeCents: line.charge,
    paidCents: ofLine,
    units: line.units,
    serviceDay: `${line.day.slice(0, 4)}-${line.day.slice(4, 6)}-${line.day.slice(6)}`,
    adjustments: cas.map(([group, reason, amountCents]) => ({
      group: group as 'CO' | 'PR',
      reason,
      amountCents,
      quantity: null,
    })),
    allowedCents:
      line.charge > 0 && cas.some(([, reason]) => reason === '45')
        ? line.charge - cas.reduce((sum, [, reason, cents]) => sum + (reason === '45' ? cents : 0), 0)
        : null,
    remarks,
  })),
})
