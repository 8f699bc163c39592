import { expect, test } from 'vitest'
import { dayExample, readDay } from './read-day.ts'

test.each([
  ['03/14/1968', 'en-US', '1968-03-14'],
  ['3/4/1968', 'en-US', '1968-03-04'],
  ['3-14-1968', 'en', '1968-03-14'],
  ['14/03/1968', 'es', '1968-03-14'],
  ['14.3.1968', 'es-MX', '1968-03-14'],
  ['14/3/1968', 'en-GB', '1968-03-14'],
  ['١٤/٠٣/١٩٦٨', 'ar', '1968-03-14'],
  ['1968-03-14', 'es', '1968-03-14'],
  ['14/03/1968', 'en-US', null],
  ['02/30/1968', 'en-US', null],
  ['3/4/68', 'en-US', null],
  ['555-01-4567', 'en-US', null],
  ['Duarte', 'en-US', null],
])('%s in %s is %s', (typed, tag, day) => expect(readDay(typed, tag)).toBe(day))

test.each(['en-US', 'es', 'es-US', 'ar', 'en-GB'])('understands its own example in %s', (tag) => {
  expect(readDay(dayExample(tag), tag)).toBe('1968-03-14')
})
