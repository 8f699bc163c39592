import { describe, expect, test } from 'vitest'
import { segmentOrder } from './segment-order.ts'

const claim =
  'ST,BHT,NM1*41,PER,NM1*40,HL*1**20,PRV*BI,NM1*85,N3,N4,REF*EI,HL*2*1*22,SBR,NM1*IL,N3,N4,DMG,NM1*PR,CLM,AMT,REF*G1,REF*F8,HI,NM1*82,PRV*PE,LX*1,SV1,DTP,REF*6R,LX*2,SV1,DTP,REF*6R,HL*3*1*22,SBR,NM1*IL,NM1*PR,HL*4*3*23,PAT,NM1*QC,N3,N4,DMG,CLM,HI,NM1*82,PRV*PE,LX*1,SV1,DTP,REF*6R,SE'
    .split(',')
    .map((segment) => segment.split('*'))

const firstOutOfOrder = (rows: readonly (readonly string[])[]): number => {
  const isInOrder = segmentOrder()
  return rows.findIndex((row) => !isInOrder(row))
}

describe('the order of a claim’s segments', () => {
  test('is accepted as the guide defines it, for several claims in a row', () => {
    expect(firstOutOfOrder(claim)).toBe(-1)
  })

  test.each([
    ['an address after the birth', 'N4', 'DMG'],
    ['diagnoses before the numbers of the claim', 'REF*F8', 'HI'],
    ['a charge before its line', 'LX*1', 'SV1'],
    ['the payer before the person insured', 'NM1*IL', 'N3'],
    ['the day before the service', 'SV1', 'DTP'],
  ])('is refused with %s', (_, one, other) => {
    const at = claim.findIndex((row, index) => row.join('*') === one && claim[index + 1]?.join('*') === other)
    expect(at).toBeGreaterThan(0)
    const swapped = claim.toSpliced(at, 2, other.split('*'), one.split('*'))
    expect([at, at + 1]).toContain(firstOutOfOrder(swapped))
  })

  test('is refused with a repeated segment, unless it is a reference of the claim', () => {
    const at = claim.findIndex(([tag]) => tag === 'HI')
    expect(firstOutOfOrder(claim.toSpliced(at, 0, ['HI']))).toBe(at + 1)
    expect(firstOutOfOrder(claim.toSpliced(at, 0, ['REF', 'G1']))).toBe(-1)
  })
})
