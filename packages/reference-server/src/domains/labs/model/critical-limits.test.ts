import { describe, expect, test } from 'vitest'
import { loadLabsPolicy } from '../packs/load-policy.ts'
import { compareWithLimit, type CriticalLimit } from './critical-limits.ts'
import { limitsOf, requireValidLabsPolicy } from './labs-policy.ts'

const organizationId = 'aaaaaaaa-0000-7000-8000-000000000000'
const potassium: CriticalLimit = { organizationId, loinc: '2823-3', low: 2.8, high: 6.2, unit: 'mmol/L' }

const compared = (value: string | null, ucum?: string, loinc = '2823-3') =>
  compareWithLimit({ loinc, value, status: 'final', ...(ucum !== undefined && { ucum }) }, [potassium])?.outcome ?? null

test.each([
  ['6.3', 'mmol/L', 'beyond'],
  ['6.2', 'mmol/L', null],
  ['2.8', 'mmol/L', null],
  ['2.79', 'mmol/L', 'beyond'],
  ['6200', 'umol/L', null],
  ['6201', 'umol/L', 'beyond'],
  ['0.0063', 'mol/L', 'beyond'],
  ['>6.2', 'mmol/L', 'beyond'],
  // It may be within the limits or not: no alarm is claimed, and none is ruled out by the limit alone.
  ['Hemolyzed', 'mmol/L', 'not-compared'],
  ['9.9', 'mg/dL', 'not-compared'],
  ['9.9', 'mM', 'not-compared'],
  ['9.9', undefined, 'not-compared'],
  [null, 'mmol/L', null],
])('%s in %s: %s', (value, unit, outcome) => {
  expect(compared(value, unit)).toBe(outcome)
})

test('a code without a limit is not compared with another one', () => {
  expect(compared('9.9', 'mmol/L', '2951-2')).toBeNull()
})

describe('the policy', async () => {
  const shipped = await loadLabsPolicy()
  const withLimits = (...limits: CriticalLimit[]) =>
    requireValidLabsPolicy({ ...shipped, critical: { ...shipped.critical, limits } })

  test('gives each organization its own limits', () => {
    const other = { ...potassium, organizationId: organizationId.replaceAll('a', 'b') }
    expect(limitsOf(withLimits(potassium, other), organizationId)).toEqual([potassium])
  })

  test.each([
    ['a code that is no LOINC', { loinc: '2823-4' }],
    ['no organization', { organizationId: 'lakeside' }],
    ['a unit that is not known', { unit: 'mEq/L' }],
    ['limits in the wrong order', { low: 7 }],
  ])('does not start the server with %s', (_, more) => {
    expect(() => withLimits({ ...potassium, ...more })).toThrow('critical limit')
  })

  test('does not start the server with no limit at all, or with two for one code', () => {
    const { low: _low, high: _high, ...none } = potassium
    expect(() => withLimits(none)).toThrow('give a low or a high limit')
    expect(() => withLimits(potassium, { ...potassium, high: 6 })).toThrow('there are two')
  })
})
