import { describe, expect, it } from 'vitest'
import { exampleClaim } from '../../../../vendors/clearinghouse/example-claim.testing.ts'
import type { Claim, Day } from '../../kernel/model/claim.ts'
import { findingsOf } from './scrub-claim.testing.ts'

describe('timely filing', () => {
  const days = (today: Day, frequency: Claim['frequency'] = 'original') =>
    findingsOf({
      input: { today },
      claim: { frequency, payerClaimNumber: frequency === 'original' ? null : 'P1' },
    })

  it.each([
    ['2026-11-23', []],
    ['2027-05-08', []],
    ['2027-05-09', ['filing-soon /lines warning']],
    ['2027-05-22', ['filing-soon /lines warning']],
    ['2027-05-23', ['filing-too-late /lines error']],
  ])('on %s, of 180 days from 2026-11-23, says %j', (today, findings) => {
    expect(days(today)).toEqual(findings)
  })

  it('warns of a late correction and does not stop it: its days are the payer’s to say', () => {
    expect(days('2027-05-23', 'replacement')).toEqual(['correction-late /lines warning'])
  })

  it('does not send what has not happened yet', () => {
    expect(days('2026-11-22')).toEqual(['service-in-future /lines error'])
  })
})

describe('duplicates', () => {
  const before = {
    controlNumber: 'OLD-1',
    renderingNpi: '1497758544',
    serviceDay: '2026-11-23',
    serviceCode: 'G2010',
    modifiers: ['95'],
  }

  it('are found across claims, in any order of modifiers', () => {
    const earlier = [{ ...before, modifiers: ['95', '25'] }]
    expect(findingsOf({ input: { earlier }, line: { modifiers: ['25', '95'] } })).toEqual(['duplicate /lines/0 error'])
  })

  it.each([
    ['another day', { serviceDay: '2026-11-22' }],
    ['another practitioner', { renderingNpi: '1234567893' }],
    ['another code', { serviceCode: 'G2211' }],
    ['a modifier that says it was given twice', { modifiers: ['95', '76'] }],
    ['the claim itself', { controlNumber: exampleClaim.controlNumber }],
  ])('are not seen in %s', (_name, change) => {
    expect(findingsOf({ input: { earlier: [{ ...before, ...change }] } })).toEqual([])
  })

  it('are the point of a correction', () => {
    const claim = { frequency: 'replacement', payerClaimNumber: 'P1' } as const
    expect(findingsOf({ input: { earlier: [before] }, claim })).toEqual([])
  })
})
