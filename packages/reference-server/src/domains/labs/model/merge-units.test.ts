import { expect, test } from 'vitest'
import type { ResultObservation } from './lab-result.ts'
import { mergeObservations } from './merge-observations.ts'

const of = (value: string, unit: string, ucum?: string): ResultObservation => ({
  ...{ key: 'K//2823-3/', block: 'K//2823-3/', loinc: '2823-3', name: 'Potassium', value, unit, status: 'final' },
  ...{ dataAbsentReason: null, referenceRange: null, flag: null, observedAt: null, note: null, reportedAt: null },
  ...(ucum !== undefined && { ucum }),
  replaced: null,
})
const at = new Date('2026-11-25T15:00:00Z')
const isCorrection = (before: ResultObservation, after: ResultObservation): boolean =>
  mergeObservations([before], [after], at).corrected.size > 0

test.each([
  ['mmol/l', 'mmol/L', false],
  ['10*3/uL', '10*9/L', false],
  ['K/uL', 'K/uL', false],
  ['mmol/L', 'umol/L', true],
  ['mmol/L', 'meq/L', true],
  ['{a}', '{b}/L', true],
])('the same value in %s and then in %s: a correction is %s', (one, other, expected) => {
  expect(isCorrection(of('4.1', one, one), of('4.1', other, other))).toBe(expected)
})

test('a unit that is not called UCUM is a text', () => {
  expect(isCorrection(of('4.1', 'mmol/l'), of('4.1', 'mmol/L'))).toBe(true)
  expect(isCorrection(of('4.1', 'mmol/l', 'mmol/l'), of('4.1', 'mmol/L'))).toBe(true)
  expect(isCorrection(of('4.1', 'mmol/L', 'mmol/L'), of('4.1', 'mmol/L'))).toBe(false)
})

test('the old value sent again in another spelling is the old value', () => {
  const { observations } = mergeObservations([of('4.1', 'mmol/l', 'mmol/l')], [of('5.1', 'mmol/L', 'mmol/L')], at)
  expect(observations).toMatchObject([{ value: '5.1', status: 'corrected', replaced: { value: '4.1' } }])
  const again = mergeObservations(observations, [of('4.1', 'mmol/L', 'mmol/L')], at)
  expect([again.isChanged, again.observations[0]?.value]).toEqual([false, '5.1'])
})
