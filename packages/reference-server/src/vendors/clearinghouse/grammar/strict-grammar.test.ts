import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  arbitraryClaim,
  arbitraryClaims,
  arbitrarySecondClaim,
  arbitraryThirdClaim,
} from '../arbitrary-claim.testing.ts'
import type { Claim } from '../claim.ts'
import { exampleAccount } from '../example-claim.testing.ts'
import { ask, question } from '../example-inquiry.testing.ts'
import { writeClaimFile } from '../write-claim-file.ts'
import { writeStatusInquiry } from '../write-status-inquiry.ts'
import { eligibilityInquiry, professionalClaims, statusInquiry } from './guides.testing.ts'
import { faultsOfClaims, faultsOfLevels, faultsOfQuestion } from './rules.testing.ts'
import { readStrictly } from './strict-grammar.testing.ts'

const write = (...claims: readonly Claim[]): string =>
  writeClaimFile({
    account: exampleAccount,
    control: { interchange: 1, group: 1 },
    fileReference: 'FILE-1',
    createdAt: new Date('2026-11-24T10:15:00Z'),
    claims,
  })

const faultsOf837 = (text: string): readonly string[] => {
  try {
    const reading = readStrictly(text, professionalClaims)
    return [...faultsOfLevels(reading), ...faultsOfClaims(reading)]
  } catch (error) {
    return [String(error)]
  }
}

const faultsOf270 = (text: string): readonly string[] => {
  const reading = readStrictly(text, eligibilityInquiry)
  return [...faultsOfLevels(reading), ...faultsOfQuestion(reading, 'EQ')]
}

describe('the strict grammar', () => {
  it('accepts every 837P that the server writes: first claims, corrections, voids, claims to second and to third payers', () => {
    fc.assert(
      fc.property(arbitraryClaims, (claims) => {
        expect(faultsOf837(write(...claims))).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  it('accepts every 270', () => {
    fc.assert(
      fc.property(arbitraryClaim, ({ subscriber, dependent, payer }) => {
        expect(faultsOf270(ask({ ...question, payer, subscriber, dependent }))).toEqual([])
      }),
    )
  })

  it('accepts every 276', () => {
    fc.assert(
      fc.property(
        fc.oneof(arbitraryClaim, arbitrarySecondClaim, arbitraryThirdClaim),
        fc.option(fc.constantFrom('P1', 'SIM000000001')),
        (claim, number) => {
          const text = writeStatusInquiry({
            account: exampleAccount,
            control: { interchange: 1, group: 1 },
            traceNumber: 'ASK-1',
            createdAt: new Date('2026-11-24T10:15:00Z'),
            question: { claim, payerClaimNumber: number },
          })
          const reading = readStrictly(text, statusInquiry)
          expect([...faultsOfLevels(reading), ...faultsOfQuestion(reading, 'AMT')]).toEqual([])
          const isSelf = claim.dependent === null
          expect(reading.segments.filter(({ tag }) => tag === 'DMG').map(({ loop }) => loop)).toEqual([
            isSelf ? '2000D' : '2000E',
          ])
        },
      ),
    )
  })

  it('refuses a claim to Medicare after another payer without the reason, and every other claim with one', () => {
    const [medicare, other] = fc
      .sample(
        arbitrarySecondClaim.filter(({ insuranceType }) => insuranceType !== undefined),
        { numRuns: 1, seed: 5 },
      )
      .flatMap((claim) => [claim, { ...claim, payer: { ...claim.payer, filingIndicator: 'CI' as const } }])
    const { insuranceType, ...without } = medicare as Claim
    const { insuranceType: _, ...plain } = other as Claim
    expect(() => write(without)).toThrow('insuranceType')
    expect(() => write(other as Claim)).toThrow('insuranceType')
    const withoutReason = (text: string) => text.replace(/(SBR.S.*?.)(?:12|13|14|15|16|41|42|43|47)(....MB)/s, '$1$2')
    const text = write(medicare as Claim)
    expect(faultsOf837(withoutReason(text))).toEqual(['SBR05'])
    const separator = text.charAt(3)
    const reason = [insuranceType, '', '', '', 'CI'].join(separator)
    const wrong = write(plain).replace(['', '', '', '', '', 'CI'].join(separator), ['', reason].join(separator))
    expect(faultsOf837(wrong)).toEqual(['SBR05'])
  })

  it.each([
    ['second', arbitrarySecondClaim],
    ['third', arbitraryThirdClaim],
  ])('refuses a claim to a %s payer in which any segment is dropped, doubled or swapped with the next', (_, claims) => {
    const [claim] = fc.sample(
      claims.filter(
        ({ priors = [], dependent, lines, frequency }) =>
          priors.every((prior) => prior.lines !== null) &&
          dependent !== null &&
          lines.length > 1 &&
          frequency === 'replacement',
      ),
      { numRuns: 1, seed: 7 },
    )
    const text = write(claim as Claim)
    const sign = text.charAt(105)
    const rows = text.slice(0, -1).split(sign)
    const recounted = (changed: readonly string[]): string =>
      `${changed.map((row) => (/^SE./.test(row) ? row.replace(/\d+/, String(changed.length - 4)) : row)).join(sign)}${sign}`
    expect(faultsOf837(recounted(rows))).toEqual([])
    const unnoticed = { dropped: [] as string[], doubled: [] as string[], swapped: [] as string[] }
    const tagOf = (row = ''): string => row.split(text.charAt(3)).slice(0, 2).join('*')
    for (let at = 3; at < rows.length - 3; at += 1) {
      const [row = '', next = ''] = rows.slice(at, at + 2)
      if (faultsOf837(recounted(rows.toSpliced(at, 1))).length === 0) unnoticed.dropped.push(tagOf(row))
      if (faultsOf837(recounted(rows.toSpliced(at, 0, row))).length === 0) unnoticed.doubled.push(tagOf(row))
      if (at < rows.length - 4 && row !== next && faultsOf837(recounted(rows.toSpliced(at, 2, next, row))).length === 0)
        unnoticed.swapped.push(`${tagOf(row)} ${tagOf(next)}`)
    }
    // Optional by the guide: what the patient has paid, an authorization, the first payer's number, further providers.
    const optional = /^(AMT\*F5|REF\*(G1|F8)|NM1\*(DN|DQ)|N3\*.*|N4\*.*)$/
    expect(unnoticed.dropped.filter((tag) => !optional.test(tag))).toEqual([])
    expect(unnoticed.doubled).toEqual([])
    expect(unnoticed.swapped.filter((pair) => !/^CAS\*\w\w CAS\*\w\w$/.test(pair))).toEqual([])
  })

  it('refuses a claim to a third payer whose earlier payers are mixed up, missing, or do not balance', () => {
    const [claim] = fc.sample(
      arbitraryThirdClaim.filter(
        ({ priors = [], lines }) =>
          lines.length > 1 && priors.every((prior) => prior.lines?.every(({ paidCents }) => paidCents > 100)),
      ),
      { numRuns: 1, seed: 11 },
    )
    const text = write(claim as Claim)
    const [element, sign] = [text.charAt(3), text.charAt(105)]
    const changed = (from: string, to: string): string => {
      const [one, other] = [from.replaceAll('*', element), to.replaceAll('*', element)]
      expect(text).toContain(one)
      return text.replace(one, other)
    }
    expect(faultsOf837(text)).toEqual([])
    expect(faultsOf837(changed('SBR*T*', 'SBR*S*'))).toEqual(['SBR01'])
    expect(faultsOf837(changed('SBR*S*', 'SBR*P*'))).toEqual(['SBR01'])
    expect(faultsOf837(changed('SVD*LAKESIDE1*', 'SVD*FEDCARE01*'))).not.toEqual([])
    expect(faultsOf837(changed('SVD*LAKESIDE1*', 'SVD*STRANGER1*'))).not.toEqual([])
    const rows = text.split(sign)
    const second = rows.findIndex((row) => row.startsWith(`SVD${element}LAKESIDE1${element}`))
    const more = rows[second]?.replace(/SVD.LAKESIDE1./, (begin) => `${begin}9`) ?? ''
    expect(faultsOf837(rows.toSpliced(second, 1, more).join(sign))).toEqual([
      '2430 does not balance',
      'AMT D does not balance',
    ])
    const medicare = (claim as Claim).payer
    const third = {
      ...(claim as Claim),
      insuranceType: '12' as const,
      payer: { ...medicare, filingIndicator: 'MB' as const },
    }
    expect(() => write(third)).toThrow('/claims/0/priors inconsistent')
    const [first, other] = (claim as Claim).priors ?? []
    const same = other && first && { ...other, payer: first.payer }
    expect(() => write({ ...(claim as Claim), priors: [first, same].filter((prior) => prior !== undefined) })).toThrow(
      '/claims/0/priors/1/payer/id inconsistent',
    )
    expect(() =>
      write({ ...(claim as Claim), priors: [first, other, first].filter((prior) => prior !== undefined) }),
    ).toThrow('/claims/0/priors too_long')
  })

  it.each([
    ['an element too many', 'LX*1', 'LX*1*2'],
    ['an unknown code', '*UN*', '*MJ*'],
    ['a charge that is not the sum of its lines', 'CLM*C0*', 'CLM*C0*9'],
    ['another date form', 'DTP*472*D8*', 'DTP*472*RD8*'],
    ['small letters', 'NM1*41*2*RIVER', 'NM1*41*2*River'],
    ['zeros that mean nothing', '*UN*', '0*UN*'],
    ['an empty last element', 'LX*1', 'LX*1*'],
    ['a level above that does not exist', 'HL*2*1*22', 'HL*2*7*22'],
  ])('refuses %s', (_, one, other) => {
    const [claim] = fc.sample(arbitraryClaim, { numRuns: 1, seed: 3 })
    const plain = write({
      ...(claim as Claim),
      ...{ controlNumber: 'C0', dependent: null, supervisingProvider: null, referringProvider: null },
      subscriber: { ...(claim as Claim).subscriber, name: { last: 'DOE', first: 'ANN', middle: null, suffix: null } },
    })
    expect(faultsOf837(plain)).toEqual([])
    expect(plain).toContain(one)
    expect(faultsOf837(plain.replace(one, other))).not.toEqual([])
  })
})
