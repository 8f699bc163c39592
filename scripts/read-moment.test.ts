import { expect, test } from 'vitest'
import { readMoment } from './read-moment.ts'

test('a moment is an instant, or a local time with its zone', () => {
  const text = (at: string, zone?: string): string => readMoment(at, zone).instant.toString()
  expect(text('2028-02-29T23:30:00Z')).toBe('2028-02-29T23:30:00Z')
  expect(text('2028-02-29T23:30-05:00')).toBe('2028-03-01T04:30:00Z')
  expect(text('2028-02-29T23:30', 'Pacific/Auckland')).toBe('2028-02-29T10:30:00Z')
  expect(readMoment('2028-02-29T23:30Z', 'Pacific/Auckland').zone).toBe('Pacific/Auckland')
  expect(readMoment('2028-02-29T23:30Z', undefined).zone).toBeNull()
})

test.each([
  ['tomorrow', undefined, 'Write an RFC 3339 instant'],
  ['2028-02-29', undefined, 'Write an RFC 3339 instant'],
  ['2028-02-29T23:30', undefined, 'Add Z or an offset'],
  ['2027-02-29T23:30Z', undefined, 'does not exist'],
  ['2027-02-29T23:30', 'America/New_York', 'does not exist'],
  ['2028-02-29T25:30Z', undefined, 'does not exist'],
  ['2028-02-29T23:30Z', 'Mars/Olympus', 'is not a time zone'],
  ['2028-02-29T23:30Z', '+05:00', 'is not a time zone'],
])('%s in %s is refused with what to write', (at, zone, remedy) => {
  expect(() => readMoment(at, zone)).toThrow(remedy)
})
