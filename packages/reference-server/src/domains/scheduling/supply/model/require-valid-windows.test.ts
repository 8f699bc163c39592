import { expect, test } from 'vitest'
import { Problem } from '../../../../platform/problems/problem.ts'
import type { Availability } from '../../kernel/model/availability.ts'
import { requireValidWindows } from './require-valid-windows.ts'

const refusal = (change: Partial<Availability>): readonly [code: string, pointer: string | undefined] | null => {
  try {
    requireValidWindows({ zone: 'America/New_York', weekly: [], exceptions: [], ...change })
    return null
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return [error.code, error.errors[0]?.pointer]
  }
}
const window = (weekday: number, from: string, to: string) => ({ weekday, from, to })

test('windows of one day may touch, in any order', () => {
  expect(
    refusal({ weekly: [window(1, '12:00', '24:00'), window(1, '00:00', '12:00'), window(2, '00:00', '12:00')] }),
  ).toBeNull()
})

test('overlapping windows of one day are refused, and the one to correct is named', () => {
  expect(refusal({ weekly: [window(1, '09:00', '12:00'), window(1, '11:55', '13:00')] })).toEqual([
    'windows_overlap',
    '/weekly/1',
  ])
})

test('a window that ends before it begins is refused', () => {
  expect(refusal({ weekly: [window(1, '22:00', '06:00')] })).toEqual(['windows_overlap', '/weekly/0'])
  expect(refusal({ weekly: [window(1, '09:00', '09:00')] })).toEqual(['windows_overlap', '/weekly/0'])
})

test('a time off the five-minute grid is refused', () => {
  const exceptions = [{ date: '2026-11-25', windows: [{ from: '09:00', to: '10:01' }] }]
  expect(refusal({ exceptions })).toEqual(['invalid_request', '/exceptions/0/windows/0/to'])
})

test('two exceptions for one date are refused', () => {
  const day = { date: '2026-11-25', windows: [] }
  expect(refusal({ exceptions: [day, day] })).toEqual(['windows_overlap', '/exceptions/1/date'])
})

test('a zone is stored with the name of the IANA database', () => {
  expect(requireValidWindows({ zone: 'america/new_york', weekly: [], exceptions: [] })).toBe('America/New_York')
})

test.each(['Nowhere/Land', '+05:00', ''])('%j is not a time zone', (zone) => {
  expect(refusal({ zone })).toEqual(['unknown_zone', '/zone'])
})
