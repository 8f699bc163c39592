import { describe, expect, test } from 'vitest'
import type { Claim } from '@visitkit/sdk'
import { createSampleWorld } from '@visitkit/sdk/testing'
import { changeClaimBody, draftFromClaim, validateClaimDraft, type LineDraft } from './line-draft.ts'

const blocked = (): Promise<Claim> => createSampleWorld().client('practitioner').claims.get('claim-ready')
const withLine = async (change: Partial<LineDraft>) => {
  const draft = draftFromClaim(await blocked())
  return { ...draft, lines: draft.lines.map((line, index) => (index === 0 ? { ...line, ...change } : line)) }
}

test('an unchanged draft saves the values of the claim', async () => {
  const claim = await blocked()
  expect(changeClaimBody(draftFromClaim(claim), claim.version)).toEqual({
    lines: claim.lines.map(({ number, modifiers, units, chargeCents, diagnosisPointers }) => ({
      number,
      modifiers,
      units,
      chargeCents,
      diagnosisPointers,
    })),
    version: claim.version,
  })
})

test('modifiers can be typed in any format, and dollars to the cent', async () => {
  const { lines } = changeClaimBody(await withLine({ modifiers: 'gt, 95', charge: '$19.99' }), 1)
  expect(lines?.[0]).toMatchObject({ modifiers: ['GT', '95'], chargeCents: 1999 })
})

test('another coverage is saved when one is chosen', async () => {
  expect(changeClaimBody({ ...(await withLine({})), coverageId: 'coverage-2' }, 3)).toMatchObject({
    coverageId: 'coverage-2',
    version: 3,
  })
})

describe('an invalid value is reported at its field', () => {
  test.each([
    ['modifiers', { modifiers: '955' }],
    ['modifiers', { modifiers: '95 GT GQ G0 FQ' }],
    ['units', { units: '0' }],
    ['units', { units: '1.5' }],
    ['units', { units: '100' }],
    ['charge', { charge: 'twelve' }],
    ['charge', { charge: '-5' }],
    ['pointers', { pointers: [] }],
    ['pointers', { pointers: [1, 2, 3, 4, 5] }],
  ] as const)('%s: %j', async (part, change) => {
    expect(validateClaimDraft(await withLine(change))).toEqual([{ number: 1, part }])
  })
})
