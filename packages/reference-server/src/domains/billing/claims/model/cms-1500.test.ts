import { describe, expect, it } from 'vitest'
import { exampleClaim } from '../../../../vendors/clearinghouse/example-claim.testing.ts'
import { cms1500 } from './cms-1500.ts'
import { dollars } from '../../kernel/model/dollars.ts'
import { claimName, claimNameOfPractitioner } from '../../kernel/model/claim-name.ts'

const boxes = new Map(cms1500(exampleClaim, { planName: 'Sample plan' }).map(({ box, value }) => [box, value]))

describe('the boxes of a CMS-1500', () => {
  it.each([
    ['1a', exampleClaim.subscriber.memberId],
    ['21.ind', '0'],
    ['21.A', 'J069'],
    ['21.B', 'R051'],
    ['24.1.B', '10'],
    ['24.1.D', 'G2010 95'],
    ['24.1.E', 'AB'],
    ['24.1.F', '125 50'],
    ['26', exampleClaim.controlNumber],
    ['28', '125 50'],
    ['33a', exampleClaim.billingProvider.npi],
  ])('box %s', (box, value) => {
    expect(boxes.get(box)).toBe(value)
  })

  it('says in 22 which claim a correction stands for', () => {
    const corrected = cms1500({ ...exampleClaim, frequency: 'replacement', payerClaimNumber: 'P1' }, { planName: '' })
    expect(corrected.find(({ box }) => box === '22')?.value).toBe('7 P1')
    expect(boxes.has('22')).toBe(false)
  })
})

describe('names and amounts in words that others read', () => {
  it.each([
    ['Dr. Casey Example', 'Example', 'Casey'],
    ['Prof. Dr. Ada B. Example, MD, PhD', 'Example', 'Ada B.'],
    ['Cher', 'Cher', null],
  ])('%s', (displayName, last, first) => {
    expect(claimNameOfPractitioner({ displayName })).toMatchObject({ last, first })
  })

  it('keeps who has one name only', () => {
    expect(claimName({ given: 'Pat', family: '' })).toMatchObject({ last: 'Pat', first: null })
  })

  it.each([
    [123_456, '$1,234.56'],
    [5, '$0.05'],
    [-10_000_000, '-$100,000.00'],
  ])('%d cents', (cents, text) => {
    expect(dollars(cents)).toBe(text)
  })
})
